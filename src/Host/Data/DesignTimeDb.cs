using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Data;

/// <summary>
/// The model without a server, for <c>dotnet ef migrations add</c> (see db/README.md) and for printing schemas. The engine
/// is the first argument behind <c>--</c>.
/// </summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<CrmDb>
{
    public CrmDb CreateDbContext(string[] args) =>
        Create(args.Length > 0 && Enum.TryParse<DatabaseProvider>(args[0], ignoreCase: true, out var provider) ? provider : DatabaseProvider.Sqlite);

    /// <summary>A context that never connects.</summary>
    public static CrmDb Create(DatabaseProvider provider)
    {
        var connection = provider switch
        {
            DatabaseProvider.Sqlite => "Data Source=:memory:",
            DatabaseProvider.PostgreSql => "Host=localhost;Database=design",
            _ => "Server=localhost;Database=design;Encrypt=false",
        };
        var options = new DbContextOptionsBuilder<CrmDb>();
        Engine.Use(options, provider, connection);
        var steps = new SaveSteps(TimeProvider.System, new WriteGate(closed: false), new ReactionList(), new OutboxSignal(), new ChangeFeed(), new MailDesk("example.com"));
        return new CrmDb(options.Options, new ModuleSet(ModuleList.All), new CallerHolder(), steps);
    }
}
