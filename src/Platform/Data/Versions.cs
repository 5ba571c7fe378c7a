using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ServiceCrm.Platform.Data;

/// <summary>Bumps the version of every changed aggregate, also when only a part it owns has changed.</summary>
internal static class Versions
{
    /// <returns>the aggregates that were untouched but for their parts, and now are changed too</returns>
    public static IReadOnlyList<EntityEntry> Bump(IReadOnlyList<EntityEntry> changes, AggregateParts parts)
    {
        var owners = parts.ChangedOwners.Where(e => e.State == EntityState.Unchanged).ToList();
        foreach (var entry in changes.Where(e => e is { State: EntityState.Modified, Entity: Aggregate }).Concat(owners).ToList())
        {
            ((Aggregate)entry.Entity).BumpVersion();
            entry.Property(nameof(Aggregate.Version)).IsModified = true;
        }

        return owners;
    }
}
