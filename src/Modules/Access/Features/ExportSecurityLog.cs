using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

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
