using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers.Tests;

/// <summary>The module on a real SQLite file, without a server: what data tests need.</summary>
internal sealed class Crm : IAsyncDisposable
{
    private static readonly string[] SearchWords =
    [
        "CREATE VIRTUAL TABLE platform_search_words USING fts5(words, content='platform_search_entries', content_rowid='id', tokenize='ascii', columnsize=0, detail=none)",
        "CREATE TRIGGER platform_search_entries_added AFTER INSERT ON platform_search_entries BEGIN INSERT INTO platform_search_words(rowid, words) VALUES (new.id, new.words); END",
        "CREATE TRIGGER platform_search_entries_removed AFTER DELETE ON platform_search_entries BEGIN INSERT INTO platform_search_words(platform_search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
        "CREATE TRIGGER platform_search_entries_changed AFTER UPDATE ON platform_search_entries BEGIN INSERT INTO platform_search_words(platform_search_words, rowid, words) VALUES ('delete', old.id, old.words); INSERT INTO platform_search_words(rowid, words) VALUES (new.id, new.words); END",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("servicecrm-customers").FullName;
    private readonly ServiceProvider _services;

    private Crm(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(settings) { ["DataDirectory"] = _directory })
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(configuration, [new AccessModule(), new CustomersModule()]);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static readonly UserId Agent = new(Guid.Parse("0195d000-0000-7000-8000-000000000001"));

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Caller Staff { get; } = Caller.Staff(Agent, "Ada Agent", CustomerPermissions.Grants.Select(g => g.Permission.Name), []);

    public IServiceProvider Services => _services;

    public static async Task<Crm> Start(params (string Key, string Value)[] settings)
    {
        var crm = new Crm(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        await crm.As(Caller.System, async db =>
        {
            await db.Database.EnsureCreatedAsync(Ct);
            foreach (var statement in SearchWords)
            {
                await db.Database.ExecuteSqlRawAsync(statement, Ct);
            }
        });
        return crm;
    }

    public Task<T> As<T>(Caller caller, Func<CrmDb, Task<T>> work) => Do(caller, services => work(services.GetRequiredService<CrmDb>()));

    public Task As(Caller caller, Func<CrmDb, Task> work) => As(caller, async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs a piece of work in a scope of its own, as a request does.</summary>
    public async Task<T> Do<T>(Caller caller, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.For(caller);
        return await work(scope.ServiceProvider);
    }

    public async Task<StoredFile> Upload(string name, byte[] content) => await Do(Staff, async services =>
    {
        var (sha256, size) = await services.GetRequiredService<FileStore>().Write(new MemoryStream(content), 1 << 30, Ct);
        var file = new StoredFile(name, "text/csv", size, sha256, Agent, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var db = services.GetRequiredService<CrmDb>();
        db.Add(file);
        await db.SaveChangesAsync(Ct);
        return file;
    });

    public async Task<Import> Imported(string csv, ExistingRows existing = ExistingRows.Skip, params (string Header, string Target)[] map)
    {
        var import = await Configured(Encoding.UTF8.GetBytes(csv), existing, map);
        return await Run(import);
    }

    /// <summary>Uploads and maps: by the suggestions where no map is given.</summary>
    public async Task<Import> Configured(byte[] content, ExistingRows existing = ExistingRows.Skip, params (string Header, string Target)[] map)
    {
        var file = await Upload("customers.csv", content);
        return await Do(Staff, async s =>
        {
            var (db, store, clock) = (s.GetRequiredService<CrmDb>(), s.GetRequiredService<FileStore>(), s.GetRequiredService<TimeProvider>());
            var import = await CreateImport.Run(new CreateImportInput(file.Id), db, Staff, store, clock, Ct);
            var mappings = import.Columns.Select(c => (c, Target: map.Length == 0 ? c.SuggestedTarget : map.FirstOrDefault(m => m.Header == c.Header).Target))
                .Where(x => x.Target is not null)
                .Select(x => x.Target!.StartsWith("new:", StringComparison.Ordinal)
                    ? new ColumnMappingInput(x.c.Index, NewField: new NewCustomFieldInput(x.c.Header, Enum.Parse<CustomFieldType>(x.Target[4..])))
                    : new ColumnMappingInput(x.c.Index, x.Target)).ToList();
            return await ConfigureImport.Run(new ConfigureImportInput(import.Id, Existing: existing, Mappings: mappings), db, store, clock, Ct);
        });
    }

    public Task<Import> Check(Import import) => Work(import, (db, queue, clock) => CheckImport.Run(new ImportActionInput(import.Id), db, Staff, queue, clock, Ct));

    public Task<Import> Run(Import import) => Work(import, (db, queue, clock) => RunImport.Run(new ImportActionInput(import.Id), db, Staff, queue, clock, Ct));

    public Task<Import> Undo(Import import) => Work(import, (db, queue, clock) => UndoImport.Run(new ImportActionInput(import.Id), db, Staff, queue, clock, Ct));

    public Task<Import> Load(Import import) => As(Staff, db => db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id, Ct));

    public Task<List<ImportProblem>> Problems(Import import) =>
        As(Staff, db => db.ImportProblems.AsNoTracking().Where(p => p.ImportId == import.Id).OrderBy(p => p.Place).ToListAsync(Ct));

    public Task<List<Customer>> Customers() => As(Staff, db => db.Customers.AsNoTracking().AsSingleQuery().OrderBy(c => c.DisplayKey).ToListAsync(Ct));

    public async Task<List<string>> Found(string search, CustomerFilter? filter = null, CustomerOrder? order = null) =>
        [.. (await As(Staff, db => SearchCustomers.Run(search, filter, order, new GraphQL.PageArgs { WantsTotalCount = true }, db, Ct))).Nodes.Select(c => c.DisplayName)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<Import> Work(Import import, Func<CrmDb, ImportQueue, TimeProvider, Task<Import>> start)
    {
        await Do(Staff, s => start(s.GetRequiredService<CrmDb>(), s.GetRequiredService<ImportQueue>(), s.GetRequiredService<TimeProvider>()));
        await _services.GetRequiredService<WorkOnImports>().WorkOff(Ct);
        return await Load(import);
    }
}
