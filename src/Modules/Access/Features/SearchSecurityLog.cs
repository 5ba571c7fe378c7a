using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <param name="Kinds">Only these kinds.</param>
/// <param name="ActorId">Only what this person did.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Before">Before this moment.</param>
/// <param name="Search">A part of the name of who did it, of what it is about, of the address or the details; case counts.</param>
internal sealed record SecurityLogFilter(IReadOnlyList<string>? Kinds = null, UserId? ActorId = null, DateTimeOffset? From = null, DateTimeOffset? Before = null, string? Search = null);

internal static class SearchSecurityLog
{
    public static Task<Page<SecurityEntry>> Run(SecurityLogFilter? filter, PageArgs page, CrmDb db, CancellationToken ct) =>
        Narrow(db, filter).ToPage(page, e => e.Sequence, e => e.Id, descending: true, ct);

    public static IQueryable<SecurityEntry> Narrow(CrmDb db, SecurityLogFilter? filter)
    {
        var entries = db.SecurityEntries.AsNoTracking();
        if (filter?.Kinds is { Count: > 0 } kinds)
        {
            if (kinds.FirstOrDefault(k => !SecurityEvents.All.Contains(k, StringComparer.Ordinal)) is { } unknown)
            {
                throw new InvalidInput("kinds", $"There is no kind {unknown}.");
            }

            entries = entries.Where(e => kinds.Contains(e.Kind));
        }

        if (filter?.ActorId is { } actor)
        {
            entries = entries.Where(e => e.ActorId == actor);
        }

        if (filter?.From is { } from)
        {
            entries = entries.Where(e => e.At >= from);
        }

        if (filter?.Before is { } before)
        {
            entries = entries.Where(e => e.At < before);
        }

        return filter?.Search?.Trim() is { Length: > 0 } text
            ? entries.Where(e => e.ActorName.Contains(text) || e.SubjectName!.Contains(text) || e.Address!.Contains(text) || e.Details!.Contains(text))
            : entries;
    }
}
