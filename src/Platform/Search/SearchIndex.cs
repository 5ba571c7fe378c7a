using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Search;

/// <summary>The words of one entity, in search-key form, and the thing they lead to.</summary>
public sealed class SearchEntry
{
    /// <summary>Counts up. The full-text index of SQLite stores the distances between these numbers: small ones halve it.</summary>
    public long Id { get; init; }

    /// <summary>Whose words these are.</summary>
    public Guid EntityId { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>What a search that finds these words leads to: the ticket of a message, the customer of a note.</summary>
    public Guid OwnerId { get; init; }

    public string Words { get; init; } = "";
}

/// <summary>What a search finds: the typed id of a thing. Has no table; each query brings its own SQL.</summary>
internal sealed class SearchHit<TId> where TId : struct, IEntityId<TId>
{
    public TId OwnerId { get; init; }
}

/// <summary>
/// Full-text search behind one face: FTS5 on SQLite, tsvector on PostgreSQL, LIKE on SQL Server. Words are stored in
/// search-key form, so accents and case never matter; every word of a query must be found, each as a prefix.
/// </summary>
public static class SearchIndex
{
    private const int LongestText = 50_000;

    /// <summary>The ids of the things whose words match; compose it with <c>Contains</c>. Null when the text holds no word.</summary>
    public static IQueryable<TId>? SearchIds<TId>(this CrmDb db, string kind, string? text) where TId : struct, IEntityId<TId>
    {
        var words = WordsOf(text);
        if (words.Count == 0)
        {
            return null;
        }

        return Engine.Of(db) switch
        {
            DatabaseProvider.Sqlite => db.Set<SearchHit<TId>>().FromSql($"""
                SELECT e.owner_id FROM platform_search_words f JOIN platform_search_entries e ON e.id = f.rowid
                WHERE f.platform_search_words MATCH {string.Join(' ', words.Select(w => $"\"{w}\"*"))} AND e.kind = {kind}
                """).Select(h => h.OwnerId),
            DatabaseProvider.PostgreSql => db.Set<SearchHit<TId>>().FromSql($"""
                SELECT owner_id FROM platform.search_entries
                WHERE tsv @@ to_tsquery('simple', {string.Join(" & ", words.Select(w => $"'{w}':*"))}) AND kind = {kind}
                """).Select(h => h.OwnerId),
            _ => Like<TId>(db, kind, words),
        };
    }

    /// <summary>Lets things of this id be searched; called where a module maps its tables.</summary>
    public static void HasSearch<TId>(this ModelBuilder model) where TId : struct, IEntityId<TId> => model.Entity<SearchHit<TId>>(e =>
    {
        e.HasNoKey().ToView(null);
        e.Property(x => x.OwnerId).HasColumnName("owner_id");
    });

    internal static void Map(ModelBuilder model, DatabaseProvider provider)
    {
        model.Entity<SearchEntry>(e =>
        {
            e.ToTable(provider == DatabaseProvider.Sqlite ? "platform_search_entries" : "search_entries", provider == DatabaseProvider.Sqlite ? null : "platform");
            e.Property(x => x.Id).HasColumnName("id");
            e.Property(x => x.EntityId).HasColumnName("entity_id");
            e.Property(x => x.Kind).HasColumnName("kind").HasMaxLength(40);
            e.Property(x => x.OwnerId).HasColumnName("owner_id");
            e.Property(x => x.Words).HasColumnName("words");
            // Not unique: of two who change the same thing at once the version decides, and not which words came first.
            e.HasIndex(x => x.EntityId);
            if (provider == DatabaseProvider.PostgreSql)
            {
                e.Property<NpgsqlTypes.NpgsqlTsVector>("Tsv").HasColumnName("tsv").HasComputedColumnSql("to_tsvector('simple', words)", stored: true);
                e.HasIndex("Tsv").HasMethod("GIN");
            }
        });
    }

    /// <summary>Writes the words of what was added or changed; the old words of what was changed or deleted go first, in one statement.</summary>
    internal static void Record(CrmDb db, IReadOnlyList<EntityEntry> changes)
    {
        var outdated = new List<Guid>();
        foreach (var entry in changes.Where(e => e.Entity is ISearchable))
        {
            var entity = (ISearchable)entry.Entity;
            if (entry.State != EntityState.Added)
            {
                outdated.Add(entity.SearchId);
            }

            if (entry.State != EntityState.Deleted)
            {
                db.Add(EntryOf(entity));
            }
        }

        if (outdated.Count > 0)
        {
            db.BeforeSave(ct => db.Set<SearchEntry>().Where(e => EF.Parameter(outdated).Contains(e.EntityId)).ExecuteDeleteAsync(ct));
        }
    }

    internal static SearchEntry EntryOf(ISearchable entity) => new()
    {
        EntityId = entity.SearchId,
        Kind = entity.SearchKind,
        OwnerId = entity.SearchOwner,
        Words = SafeText.Cut(string.Join(' ', Split(entity.SearchText)), LongestText),
    };

    /// <summary>Letters and digits only: what a person types can never be an operator of the engine.</summary>
    public static IReadOnlyList<string> WordsOf(string? text) => [.. Split(text).Distinct().Take(12).Select(w => SafeText.Cut(w, 60))];

    /// <summary>The same split for stored words and for queries, so that no engine's own tokenizer decides.</summary>
    private static string[] Split(string? text)
    {
        var key = SearchKey.Of(text);
        return string.Create(key.Length, key, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsLetterOrDigit(source[i]) ? source[i] : ' ';
            }
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IQueryable<TId> Like<TId>(CrmDb db, string kind, IReadOnlyList<string> words) where TId : struct, IEntityId<TId>
    {
        var sql = "SELECT owner_id FROM platform.search_entries WHERE kind = {0}";
        var parameters = new List<object> { kind };
        foreach (var word in words)
        {
            parameters.Add($"%{word}%");
            sql += $" AND words LIKE {{{parameters.Count - 1}}}";
        }

        return db.Set<SearchHit<TId>>().FromSqlRaw(sql, [.. parameters]).Select(h => h.OwnerId);
    }
}
