using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>Finding one thing or none.</summary>
public static class Lookups
{
    /// <summary>The first row or the answer for the unknown and the invisible alike.</summary>
    /// <exception cref="NotFound">when there is no row that the caller may see</exception>
    public static async Task<T> OrNotFound<T>(this Task<T?> found, string what) where T : class => await found ?? throw new NotFound(what);

    /// <summary>Declares a sequence of human numbers, on each engine in its own way.</summary>
    public static void HasNumberSequence(this ModelBuilder model, CrmDb db, string name, long startsAt)
    {
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            model.Entity<SequenceRow>().HasData(new SequenceRow { Name = name, NextValue = startsAt });
        }
        else
        {
            model.HasSequence<long>(name, "platform").StartsAt(startsAt).IncrementsBy(1);
        }
    }

    /// <summary>Rows by typed id, as a dictionary: the shape of a GraphQL loader.</summary>
    public static async Task<IReadOnlyDictionary<TId, T>> ById<T, TId>(this IQueryable<T> rows, Func<T, TId> id, CancellationToken ct)
        where TId : struct, IEntityId<TId> => await rows.ToDictionaryAsync(id, ct);
}
