using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Host.GraphQL;

namespace ServiceCrm.Host.Verbs;

/// <summary>The verbs for people at a terminal and for scripts.</summary>
internal static class CommandLine
{
    private const string Help = """
        Usage:
          servicecrm [--demo] [--urls URL] [--DataDirectory DIR] [--Database:Provider Sqlite|PostgreSql|SqlServer] [--Database:ConnectionString ...]
                                        starts the server
          servicecrm migrate            brings the database to the schema of this version
          servicecrm demo               fills an empty database with the demo company
          servicecrm import customers FILE [--map "Header=field,..."] [--existing skip|update|refuse] [--delimiter ,] [--encoding utf-8] [--create-fields] [--dry-run]
          servicecrm audit verify [--expect SEQUENCE:HASH]
                                        walks the security log and says whether anything in it was changed
          servicecrm schema print [staff|portal]
        Every verb takes the same configuration as the server.
        """;

    public static async Task<int> Run(string[] args, TextWriter errors)
    {
        try
        {
            return args switch
            {
                ["migrate", .. var rest] => await With(rest, (_, _) => Task.FromResult(0)),
                ["demo", .. var rest] => await With(rest, Demo),
                ["import", "customers", .. var rest] => await With(OfServer(rest), (services, ct) => ImportCustomers.Run(services, [.. OfVerb(rest)], Console.Out, ct)),
                ["audit", "verify", .. var rest] => await With(OfServer(rest), (services, ct) => AuditVerb.Verify(services, [.. OfVerb(rest)], Console.Out, ct)),
                ["schema", "print", .. var rest] => PrintSchema(rest),
                ["help", ..] => Say(Help),
                _ => throw new StartRefusedException($"There is no command “{string.Join(' ', args)}”. “help” lists them."),
            };
        }
        catch (Exception failure) when (StartProblems.Explain(failure) is { } why)
        {
            await errors.WriteLineAsync(why);
            return 1;
        }
    }

    private static async Task<int> With(IReadOnlyList<string> args, Func<IServiceProvider, CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Settings.Check(args);
        await using var app = Server.Build([.. args]);
        await Server.Prepare(app, demo: false);
        return await work(app.Services, stop.Token);
    }

    private static async Task<int> Demo(IServiceProvider services, CancellationToken ct)
    {
        await DemoVerb.Fill(services, ct);
        return 0;
    }

    private static int PrintSchema(string[] rest)
    {
        var name = rest.FirstOrDefault(r => !r.StartsWith('-')) ?? Schemas.StaffName;
        if (name is not (Schemas.StaffName or Schemas.PortalName))
        {
            throw new StartRefusedException($"There is no schema named {name}; choose staff or portal.");
        }

        using var app = (IDisposable)Server.Build([]);
        Console.Out.Write(ServiceCrm.GraphQL.Types.SdlPrinter.Print(((WebApplication)app).Services.GetRequiredKeyedService<GraphQLExecutor>(name).Schema.Types));
        return 0;
    }

    /// <summary>The server's own options among those of the verb: they have a section or a known name.</summary>
    private static List<string> OfServer(string[] args) => Split(args).Settings;

    private static List<string> OfVerb(string[] args) => Split(args).Others;

    private static (List<string> Settings, List<string> Others) Split(string[] args)
    {
        var (settings, others) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal)
                && (args[i].Contains(':', StringComparison.Ordinal) || args[i].StartsWith("--DataDirectory", StringComparison.OrdinalIgnoreCase));
            var target = isSetting ? settings : others;
            target.Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                target.Add(args[++i]);
            }
        }

        return (settings, others);
    }

    private static int Say(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }
}
