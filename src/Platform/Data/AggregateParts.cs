using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// The owned rows of the tracked aggregates (a customer's telephone numbers): for the version and the audit trail, a
/// change of a part is a change of the whole.
/// </summary>
internal sealed class AggregateParts
{
    private static readonly List<EntityEntry> None = [];

    private readonly Dictionary<object, List<EntityEntry>> _byOwner = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<object> _changed = new(ReferenceEqualityComparer.Instance);

    private AggregateParts()
    {
    }

    /// <summary>The aggregates of which some part was added, changed or removed.</summary>
    public List<EntityEntry> ChangedOwners { get; } = [];

    public static AggregateParts Of(CrmDb db, IReadOnlyList<EntityEntry> changes)
    {
        var parts = new AggregateParts();
        if (!changes.Any(e => e.Metadata.IsOwned()))
        {
            return parts;
        }

        var all = db.ChangeTracker.Entries().ToList();
        var owners = all.Where(e => e.Entity is Aggregate).ToDictionary(e => (e.Metadata.Name, e.Property(e.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!));
        foreach (var part in all)
        {
            if (part.Metadata.FindOwnership() is not { } ownership
                || !owners.TryGetValue((ownership.PrincipalEntityType.Name, part.Property(ownership.Properties[0].Name).CurrentValue!), out var owner))
            {
                continue;
            }

            parts.Add(owner, part);
        }

        return parts;
    }

    /// <summary>The changes of one aggregate's collections, each as the whole list before and after; a part shows itself by <c>ToString</c>.</summary>
    public IEnumerable<AuditChange> Changes(EntityEntry owner, int longest)
    {
        foreach (var list in _byOwner.GetValueOrDefault(owner.Entity, None).GroupBy(p => p.Metadata.FindOwnership()!.PrincipalToDependent!.Name))
        {
            var before = Text(list.Where(p => p.State != EntityState.Added).Select(p => p.State == EntityState.Unchanged ? p.Entity : p.OriginalValues.ToObject()), longest);
            var after = Text(list.Where(p => p.State != EntityState.Deleted).Select(p => p.Entity), longest);
            if (before != after)
            {
                yield return new AuditChange(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(list.Key), before, after);
            }
        }
    }

    private void Add(EntityEntry owner, EntityEntry part)
    {
        if (!_byOwner.TryGetValue(owner.Entity, out var parts))
        {
            _byOwner[owner.Entity] = parts = [];
        }

        parts.Add(part);
        if (part.State is not (EntityState.Unchanged or EntityState.Detached) && _changed.Add(owner.Entity))
        {
            ChangedOwners.Add(owner);
        }
    }

    private static string? Text(IEnumerable<object> parts, int longest)
    {
        var text = string.Join(", ", parts.Select(p => p.ToString()).Order(StringComparer.Ordinal));
        return text.Length == 0 ? null : Values.SafeText.Cut(text, longest);
    }
}
