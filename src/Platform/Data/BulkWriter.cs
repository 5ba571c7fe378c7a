using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCrm.Platform.Events;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// Writes many new rows past the change tracker at nearly the speed of the engine: prepared multi-row inserts on SQLite,
/// binary COPY on PostgreSQL, bulk copy on SQL Server. What a save would do is done here too: owned rows, search words,
/// audit entries and outbox messages go with their aggregates. Live subscriptions are not told of each row.
/// </summary>
/// <remarks>Belongs into <see cref="CrmDb.InTransaction{T}"/>; on SQLite keep such transactions to about 1,000 aggregates, others wait.</remarks>
public sealed class BulkWriter(CrmDb db)
{
    // Tables in the order in which they were first met, so that a row is written before those that point to it.
    private readonly List<(IEntityType Type, List<object> Rows)> _tables = [];
    private readonly Dictionary<IEntityType, List<object>> _rows = [];
    private bool _wakesRelay;

    /// <summary>Adds a new entity with everything that belongs to it.</summary>
    public void Add(object entity)
    {
        AddRow(db.Model.FindEntityType(entity.GetType()) ?? throw new InvalidOperationException($"{entity.GetType().Name} is not mapped."), entity);
        foreach (var companion in db.Steps.With(db, entity))
        {
            _wakesRelay |= companion is OutboxMessage;
            AddRow(db.Model.FindEntityType(companion.GetType())!, companion);
        }
    }

    /// <inheritdoc cref="Add"/>
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

        foreach (var (type, rows) in _tables.Where(t => t.Rows.Count > 0))
        {
            var table = BulkTable.Of(type);
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
        if (!_rows.TryGetValue(type, out var rows))
        {
            _rows[type] = rows = [];
            _tables.Add((type, rows));
        }

        rows.Add(row);
        foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
        {
            foreach (var part in (IEnumerable<object>?)navigation.GetGetter().GetClrValue(row) ?? [])
            {
                AddRow(navigation.TargetEntityType, part);
            }
        }
    }
}
