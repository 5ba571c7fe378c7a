using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>Looks for words in every column of every table there is, in every file of the store and, on SQLite, in the bytes of the database itself.</summary>
internal static class EveryValue
{
    /// <returns>where each of the words was found: word, then table.column or the path of a file</returns>
    public static async Task<List<(string Word, string Where)>> Find(TestServer server, IReadOnlyList<string> words)
    {
        var found = new List<(string, string)>();
        await server.InScope(async (_, db) =>
        {
            var tables = Engine.Of(db) == DatabaseProvider.Sqlite
                ? await db.Database.SqlQueryRaw<string>("SELECT '\"' || name || '\"' AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync()
                : await db.Database.SqlQueryRaw<string>("SELECT format('%I.%I', table_schema, table_name) AS \"Value\" FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')").ToListAsync();
            tables.Count.ShouldBeGreaterThan(20);
            foreach (var table in tables)
            {
                await Walk(db, table, words, found);
            }

            return 0;
        });
        foreach (var path in Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            Look(Texts(content.ToArray()), Path.GetRelativePath(server.DataDirectory, path), words, found);
        }

        return found;
    }

    /// <summary>The same without the places where SQLite lays out the same values anew.</summary>
    public static async Task<List<(string Word, string Where)>> FindInRowsAndFiles(TestServer server, IReadOnlyList<string> words) =>
        [.. (await Find(server, words)).Where(f => !f.Where.StartsWith("servicecrm.db", StringComparison.Ordinal) && !f.Where.Contains("search_words", StringComparison.Ordinal))];

    /// <summary>None of the words is left anywhere. Contents and traces go after the commit, so it looks again for a while.</summary>
    public static async Task IsGone(TestServer server, IReadOnlyList<string> words)
    {
        var left = await Find(server, words);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 200 && left.Count > 0; i++)
        {
            await tick.WaitForNextTickAsync();
            left = await Find(server, words);
        }

        left.ShouldBeEmpty();
    }

    private static async Task Walk(CrmDb db, string table, IReadOnlyList<string> words, List<(string, string)> found)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetValue(i);
                var texts = value is byte[] bytes ? Texts(bytes) : [value is string[] many ? string.Join('\n', many) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""];
                Look(texts, $"{table}.{reader.GetName(i)}", words, found);
            }
        }
    }

    private static string[] Texts(byte[] bytes) => [Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes)];

    private static void Look(string[] texts, string where, IReadOnlyList<string> words, List<(string, string)> found) =>
        found.AddRange(words.Where(w => texts.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(w => (w, where)));
}
