using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="Kinds">Only these kinds; a name that ends with a dot stands for all that begin with it.</param>
/// <param name="ActorId">Only what this person did.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Before">Before this moment.</param>
/// <param name="Search">A part of the name of who did it, of what it is about, of the address or the details; case counts.</param>
internal sealed record SecurityLogFilter(IReadOnlyList<string>? Kinds = null, UserId? ActorId = null, DateTimeOffset? From = null, DateTimeOffset? Before = null, string? Search = null);

internal static class SearchSecurityLog
{
    public static Task<Page<SecurityEntry>> Run(SecurityLogFilter? filter, PageArgs page, CrmDb db, CancellationToken ct) =>
        Narrow(db, filter).ToPage(page, e => e.Sequence, e => e.Id, descending: true, ct);

    public static IReadOnlyList<string> Kinds() => SecurityEvents.All;

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

/// <summary>The security log as CSV, oldest first; the download is an entry itself.</summary>
internal static class ExportSecurityLog
{
    private static readonly string[] Header = ["sequence", "at", "kind", "actorKind", "actor", "subjectType", "subject", "address", "userAgent", "details", "previousHash", "hash"];

    public static async Task<IResult> Run(DateTimeOffset? from, DateTimeOffset? before, string[]? kind, string? search, Caller caller, CrmDb db, CancellationToken ct)
    {
        if (!caller.Can(AccessPermissions.ReadLog))
        {
            return caller.Kind == CallerKind.Nobody
                ? Results.Json(new { code = "NOT_SIGNED_IN", message = "Sign in first." }, statusCode: StatusCodes.Status401Unauthorized)
                : Results.Json(new { code = "NOT_ALLOWED", message = "You are not allowed to do this." }, statusCode: StatusCodes.Status403Forbidden);
        }

        var entries = SearchSecurityLog.Narrow(db, new SecurityLogFilter(kind, null, from, before, search)).OrderBy(e => e.Sequence);
        await db.LogNow(new SecurityNews(SecurityEvents.Exported, Details: "security log"), ct);
        return Results.Stream(
            async body =>
            {
                await using var text = new StreamWriter(body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                await text.WriteAsync(CsvLine.Of(Header).AsMemory(), ct);
                await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct))
                {
                    await text.WriteAsync(CsvLine.Of(Cells(entry)).AsMemory(), ct);
                }
            },
            "text/csv; charset=utf-8",
            "security-log.csv");
    }

    private static string[] Cells(SecurityEntry e) =>
    [
        e.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), e.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture), e.Kind, e.ActorKind.ToString(), e.ActorName,
        e.SubjectType ?? "", e.SubjectName ?? e.SubjectId?.ToString() ?? "", e.Address ?? "", e.UserAgent ?? "", e.Details ?? "", e.PreviousHash, e.Hash,
    ];
}
