using System.Text.Json;
using ServiceCrm.Host.Telemetry;

namespace ServiceCrm.Host.Verbs;

/// <summary>What a person who has just started the server needs to know.</summary>
internal static class Welcome
{
    /// <param name="app">Started.</param>
    /// <param name="demo">Whether it holds the demo company.</param>
    /// <param name="setUp">The path of the set-up page, if nobody can sign in yet.</param>
    public static void Print(WebApplication app, bool demo, string? setUp)
    {
        foreach (var line in Lines(app.Urls.FirstOrDefault() ?? Server.DefaultUrl, demo, setUp))
        {
            Say(app.Configuration, line);
        }
    }

    /// <summary>Prints past the log, whose level might hide it; as JSON where JSON lines are collected.</summary>
    public static void Say(IConfiguration configuration, string line)
    {
        if (!Logs.IsJson(configuration))
        {
            Console.WriteLine(line);
        }
        else if (line.Length > 0)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { Category = "ServiceCrm", Message = line.Trim() }));
        }
    }

    private static IEnumerable<string> Lines(string url, bool demo, string? setUp)
    {
        yield return "";
        yield return $"  ServiceCrm is at {url}   (portal: {url}/portal, API: {url}/graphql)";
        if (demo)
        {
            yield return "";
            yield return "  Sign in to the demo company with one of these; the password is the same for all:";
            foreach (var (email, password, role) in DemoVerb.SignIns)
            {
                yield return $"    {email,-28} {password,-18} {role}";
            }

            yield return $"  Or to its portal, {url}/portal/sign-in, as {Customers.CustomersModule.DemoPortalAddress}; the code comes as a mail into the folder “mail” of the data directory.";
        }

        if (setUp is not null)
        {
            yield return "";
            yield return $"  Nobody can sign in yet. Make the first administrator here (the link works once): {url}{setUp}";
        }

        yield return "";
    }
}
