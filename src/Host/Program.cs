using ServiceCrm.Host;
using ServiceCrm.Host.Verbs;

// The command line is either a verb (migrate, demo, import, schema, help) or the options of the server.
return args switch
{
    ["--help" or "-h", ..] => await CommandLine.Run(["help"], Console.Error),
    [{ Length: > 0 } verb, ..] when !verb.StartsWith('-') => await CommandLine.Run(args, Console.Error),
    _ => await Server.Run(args, Console.Error),
};

/// <summary>Named for tests that host the process.</summary>
public partial class Program;
