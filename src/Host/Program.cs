using ServiceCrm.Host;
using ServiceCrm.Host.Verbs;

// The command line is either a verb (migrate, demo, import, schema, help) or the options of the server.
return args is [{ Length: > 0 } verb, ..] && !verb.StartsWith('-')
    ? await CommandLine.Run(args)
    : await Server.Run(args);

/// <summary>Named for tests that host the process.</summary>
public partial class Program;
