using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// Writes many new rows past the change tracker at nearly the speed of the engine: one prepared insert a table on SQLite,
/// binary COPY on PostgreSQL, bulk copy on SQL Server. What a save would do is done here too: owned rows, search words,
/// audit entries and outbox messages go with their aggregates. Live subscriptions are not told of each row.
/// </summary>
/// <remarks>Belongs into <see cref="CrmDb.InTransaction{T}"/>; on SQLite keep such transactions to about 1,000 aggregates, others wait.</remarks>
public sealed class BulkWriter(CrmDb db)
{
    // Tables in the order in which they were first met, so that a row is written before those that point to it.
    private readonly List<Pending> _order = [];
    private readonly Dictionary<IEntityType, Pending> _tables = [];
    private readonly Dictionary<Type, IEntityType> _types = [];
    private bool _wakesRelay;

    /// <summary>Adds a new entity with everything that belongs to it.</summary>
    public void Add(object entity) => Add(BulkRow.Of(entity));

    /// <inheritdoc cref="Add(object)"/>
    public void Add(BulkRow row)
    {
        var entity = row.Entity;
        AddRow(TypeOf(entity), entity);
        if (row.Words is { } words)
        {
            AddRow(TypeOf(words), words);
        }

        foreach (var companion in db.Steps.With(db, entity))
        {
            _wakesRelay |= companion is OutboxMessage;
            AddRow(TypeOf(companion), companion);
        }
    }

    /// <inheritdoc cref="Add(object)"/>
    public void AddRange(IEnumerable<object> entities)
    {
        foreach (var entity in entities)
        {
            Add(entity);
        }
    }

    /// <summary>Writes what was added since the last call into the running transaction.</summary>
    /// <exception cref="Errors.Conflict">when a unique value is taken; the transaction must then be rolled back</exception>
    public async Task Write(CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Bulk writing needs a transaction.");
        }

        foreach (var (table, rows) in _order.Where(t => t.Rows.Count > 0))
        {
            try
            {
                await BulkStatements.Insert(db, table, rows, ct);
            }
            catch (Exception failure) when (Engine.IsUniqueViolation(new DbUpdateException("", failure)))
            {
                throw new Errors.Conflict("Something with the same value exists already.");
            }

            rows.Clear();
        }

        if (_wakesRelay)
        {
            db.Steps.WakeRelayAfterCommit(db);
            _wakesRelay = false;
        }
    }

    private void AddRow(IEntityType type, object row)
    {
        if (!_tables.TryGetValue(type, out var table))
        {
            _tables[type] = table = new Pending(BulkTable.Of(type), []);
            _order.Add(table);
        }

        table.Rows.Add(row);
        foreach (var part in table.Table.Parts)
        {
            foreach (var owned in (IEnumerable<object>?)part.Getter.GetClrValue(row) ?? [])
            {
                AddRow(part.Type, owned);
            }
        }
    }

    private IEntityType TypeOf(object entity)
    {
        var type = entity.GetType();
        if (!_types.TryGetValue(type, out var known))
        {
            _types[type] = known = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
        }

        return known;
    }

    private sealed record Pending(BulkTable Table, List<object> Rows);
}

/// <summary>A new entity with its search words, made ready before the transaction, on any thread.</summary>
public sealed record BulkRow
{
    private BulkRow(object entity, SearchEntry? words) => (Entity, Words) = (entity, words);

    public object Entity { get; }

    internal SearchEntry? Words { get; }

    public static BulkRow Of(object entity) => new(entity, entity is ISearchable searchable ? SearchIndex.EntryOf(searchable) : null);
}
