using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ServiceCrm.Platform.Data;

/// <summary>Bumps the version of every changed aggregate, also when only a part it owns has changed.</summary>
internal static class Versions
{
    public static void Bump(CrmDb db, IReadOnlyList<EntityEntry> changes)
    {
        foreach (var entry in changes.Where(e => e is { State: EntityState.Modified, Entity: Aggregate }))
        {
            ((Aggregate)entry.Entity).BumpVersion();
            entry.Property(nameof(Aggregate.Version)).IsModified = true;
        }

        foreach (var owner in changes.Select(e => OwnerOf(db, e)).OfType<EntityEntry>().Where(e => e.State == EntityState.Unchanged).Distinct().ToList())
        {
            ((Aggregate)owner.Entity).BumpVersion();
            owner.Property(nameof(Aggregate.Version)).IsModified = true;
        }
    }

    private static EntityEntry? OwnerOf(CrmDb db, EntityEntry entry)
    {
        if (entry.Metadata.FindOwnership() is not { } ownership)
        {
            return null;
        }

        var key = ownership.Properties.Select(p => entry.Property(p.Name).CurrentValue).ToArray();
        return db.ChangeTracker.Entries().FirstOrDefault(e => e.Entity is Aggregate
            && e.Metadata == ownership.PrincipalEntityType
            && e.Metadata.FindPrimaryKey()!.Properties.Select(p => e.Property(p.Name).CurrentValue).SequenceEqual(key));
    }
}
