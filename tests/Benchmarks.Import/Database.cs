using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access;
using ServiceCrm.Customers;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Benchmarks.Import;

/// <summary>An empty SQLite database with the whole schema, search triggers included.</summary>
internal static class Database
{
    public static async Task<ServiceProvider> Create(string directory)
    {
        Directory.CreateDirectory(directory);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DataDirectory"] = directory }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(configuration, [new AccessModule(), new CustomersModule()]);
        var provider = services.BuildServiceProvider();
        await using var scope = provider.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE VIRTUAL TABLE platform_search_words USING fts5(words, content='platform_search_entries', content_rowid='id', tokenize='ascii', columnsize=0, detail=none)");
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER platform_search_entries_added AFTER INSERT ON platform_search_entries BEGIN INSERT INTO platform_search_words(rowid, words) VALUES (new.id, new.words); END");
        return provider;
    }
}
