using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using ServiceCrm.Host;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Testing;

/// <summary>The real server on a free port of 127.0.0.1, with a database of its own and one administrator.</summary>
public sealed class TestServer : IAsyncDisposable
{
    public const string AdminEmail = "admin@example.com";
    public const string Password = "correct-horse-battery";

    private static readonly SemaphoreSlim TemplateGate = new(1, 1);
    private static string? _template;

    private readonly WebApplication _app;
    private readonly string _directory;
    private readonly string? _createdDatabase;
    private int _users;

    private TestServer(WebApplication app, string directory, FakeClock? clock, string? createdDatabase, string? setupPath)
    {
        SetupPath = setupPath;
        _app = app;
        _directory = directory;
        _createdDatabase = createdDatabase;
        Clock = clock;
        Url = new Uri(app.Urls.First());
    }

    public Uri Url { get; }

    public DatabaseProvider Provider => Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value.Provider;

    /// <summary>Null when the server runs on real time.</summary>
    public FakeClock? Clock { get; }

    public IServiceProvider Services => _app.Services;

    public SqlCounter Sql => Services.GetRequiredService<SqlCounter>();

    public string DataDirectory => _directory;

    /// <summary>The one-time link of an installation without administrator; null unless <c>Setup:AdminEmail</c> was emptied.</summary>
    public string? SetupPath { get; }

    /// <param name="provider">The engine; PostgreSQL is started once for the test process.</param>
    /// <param name="clock">A still clock, or null for real time.</param>
    /// <param name="services">Registered before the server's own, which leave what is there in place where they say so.</param>
    /// <param name="settings">More configuration, for example <c>("Tickets:CloseSolvedAfterDays", "1")</c>.</param>
    public static async Task<TestServer> Start(DatabaseProvider provider = DatabaseProvider.Sqlite, FakeClock? clock = null, Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("servicecrm-test-").FullName;
        var connection = "";
        string? created = null;
        if (provider == DatabaseProvider.PostgreSql)
        {
            connection = await PostgresServer.CreateDatabase();
            created = connection;
        }
        else if (provider == DatabaseProvider.SqlServer)
        {
            connection = SqlServerDatabase.Create();
        }
        else
        {
            File.Copy(await Template(), Path.Combine(directory, "servicecrm.db"));
        }

        var app = Build(directory, provider, connection, clock, services, settings);
        await Server.Prepare(app, demo: false);
        await app.StartAsync();
        var setup = await Access.AccessModule.PrepareFirstAdministrator(app.Services, CancellationToken.None);
        return new TestServer(app, directory, clock, created, setup);
    }

    /// <summary>Another node on the same database; not on SQLite, which has one process.</summary>
    public async Task<TestServer> StartNode(params (string Key, string Value)[] settings)
    {
        var options = Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value;
        var app = Build(Directory.CreateTempSubdirectory("servicecrm-test-").FullName, options.Provider, options.ConnectionString, clock: null, services: null, settings);
        await Server.Prepare(app, demo: false);
        await app.StartAsync();
        return new TestServer(app, app.Configuration["DataDirectory"]!, clock: null, createdDatabase: null, setupPath: null);
    }

    /// <summary>A client that is signed in as the administrator.</summary>
    public Task<GraphQLClient> AsAdmin() => SignIn(AdminEmail, Password);

    /// <summary>A client without a session.</summary>
    public GraphQLClient AsNobody() => new(Url);

    public async Task<GraphQLClient> SignIn(string email, string password)
    {
        var client = new GraphQLClient(Url);
        await client.SignIn(email, password);
        return client;
    }

    /// <summary>Makes a member of staff with a role, in the given teams (global ids), and signs in.</summary>
    public async Task<GraphQLClient> As(string role, params string[] teamIds)
    {
        var admin = await AsAdmin();
        var email = $"user{Interlocked.Increment(ref _users)}@example.com";
        await admin.Mutate(
            "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id } errors { message } } }",
            new { input = new { name = $"{role} {_users}", email, password = Password, roles = new[] { role }, teamIds } });
        return await SignIn(email, Password);
    }

    /// <summary>Delivers every due outbox message now, instead of waiting for the relay.</summary>
    public async Task DeliverEvents()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await Services.GetRequiredService<OutboxRelay>().DeliverDue(CancellationToken.None) > 0 || await IsDelivering())
        {
            await tick.WaitForNextTickAsync();
        }
    }

    /// <summary>The server's own relay works beside the tests; what it has claimed, or is claiming in this moment, is not yet done.</summary>
    private Task<bool> IsDelivering() => InScope((services, db) =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return EntityFrameworkQueryableExtensions.AnyAsync(db.Outbox, m => m.State == OutboxState.Waiting && (m.LockedBy != null || m.AvailableAt <= now));
    });

    /// <summary>Hands over every due mail now, those of due events included, instead of waiting for the relay.</summary>
    public async Task DeliverMail()
    {
        await DeliverEvents();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await Services.GetRequiredService<MailRelay>().DeliverDue(CancellationToken.None) > 0 || await IsMailing())
        {
            await tick.WaitForNextTickAsync();
        }
    }

    /// <summary>Everything a server without <c>Mail:Host</c> has mailed until now, oldest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Mails()
    {
        await DeliverMail();
        var folder = Path.Combine(_directory, "mail");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];
        return [.. files.Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];
    }

    /// <summary>Relays of this process work beside the tests; what a dead node has claimed is nobody's work now.</summary>
    private Task<bool> IsMailing()
    {
        var process = $"{Environment.MachineName}:{Environment.ProcessId}:";
        return InScope((_, db) => EntityFrameworkQueryableExtensions.AnyAsync(db.Mails, m => m.State == MailState.Claimed && m.ClaimedBy!.StartsWith(process)));
    }

    /// <summary>Runs work in a scope that speaks for the system.</summary>
    public async Task<T> InScope<T>(Func<IServiceProvider, CrmDb, Task<T>> work, Caller? caller = null)
    {
        await using var scope = Services.For(caller ?? Caller.System);
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<CrmDb>());
    }

    /// <summary>Stops the server as a signal would: what runs is finished.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_createdDatabase is not null)
        {
            await PostgresServer.DropDatabase(_createdDatabase);
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static WebApplication Build(string directory, DatabaseProvider provider, string connection, FakeClock? clock, Action<IServiceCollection>? services, (string Key, string Value)[] settings) => Server.Build([], builder =>
    {
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["DataDirectory"] = directory;
        builder.Configuration["Database:Provider"] = provider.ToString();
        builder.Configuration["Database:ConnectionString"] = connection;
        builder.Configuration["Setup:AdminEmail"] = AdminEmail;
        builder.Configuration["Setup:AdminPassword"] = Password;
        builder.Configuration["Access:TriesPerMinute"] = "1000";
        builder.Configuration["Tickets:PortalRequestsPerTenMinutes"] = "1000";
        builder.Configuration["Logging:LogLevel:Default"] = "Error";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.UseUrls(builder.WebHost, "http://127.0.0.1:0");
        var counter = new SqlCounter();
        builder.Services.AddSingleton(counter);
        builder.Services.AddSingleton<IInterceptor>(counter);
        services?.Invoke(builder.Services);
        if (clock is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
        }
    });

    /// <summary>A migrated, empty SQLite file, made once and copied for each server.</summary>
    private static async Task<string> Template()
    {
        await TemplateGate.WaitAsync();
        try
        {
            if (_template is null)
            {
                var directory = Directory.CreateTempSubdirectory("servicecrm-template-").FullName;
                await using (var app = Build(directory, DatabaseProvider.Sqlite, "", null, null, []))
                {
                    await DatabaseStart.Upgrade(app.Services, CancellationToken.None);
                    await using var scope = app.Services.CreateAsyncScope();
                    await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(scope.ServiceProvider.GetRequiredService<CrmDb>().Database, "PRAGMA wal_checkpoint(TRUNCATE)");
                }

                SqliteConnection.ClearAllPools();
                _template = Path.Combine(directory, "servicecrm.db");
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
            }

            return _template;
        }
        finally
        {
            TemplateGate.Release();
        }
    }
}
