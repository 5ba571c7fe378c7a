using ServiceCrm.Access;

namespace ServiceCrm.Host.Verbs;

/// <summary>What a person who has just started the server needs to know.</summary>
internal static class Welcome
{
    public static async Task Print(WebApplication app, bool demo)
    {
        var url = app.Urls.FirstOrDefault() ?? Server.DefaultUrl;
        Console.WriteLine();
        Console.WriteLine($"  ServiceCrm is at {url}   (portal: {url}/portal, API: {url}/graphql)");
        if (demo)
        {
            Console.WriteLine();
            Console.WriteLine("  Sign in to the demo company with one of these; the password is the same for all:");
            foreach (var (email, password, role) in DemoVerb.SignIns)
            {
                Console.WriteLine($"    {email,-28} {password,-18} {role}");
            }
        }

        if (await AccessModule.PrepareFirstAdministrator(app.Services, CancellationToken.None) is { } setup)
        {
            Console.WriteLine();
            Console.WriteLine($"  Nobody can sign in yet. Make the first administrator here (the link works once): {url}{setup}");
        }

        Console.WriteLine();
    }
}
