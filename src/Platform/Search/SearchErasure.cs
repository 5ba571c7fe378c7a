using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Search;

/// <summary>Takes words out of the search index past the change tracker.</summary>
public static class SearchErasure
{
    /// <summary>Removes every word that leads to this thing. Run it in a transaction, before the save that writes what may stay.</summary>
    /// <returns>how many entries</returns>
    public static Task<int> ForgetWords(this CrmDb db, string kind, Guid owner, CancellationToken ct) =>
        db.Set<SearchEntry>().Where(e => e.Kind == kind && e.OwnerId == owner).ExecuteDeleteAsync(ct);
}
