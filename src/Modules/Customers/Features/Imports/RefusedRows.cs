using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// The refused rows as a file to mend and upload again. Made from the uploaded file and the list of problems while it is
/// downloaded; both come in the order of the rows, so neither is ever in memory as a whole.
/// </summary>
internal static class RefusedRows
{
    public static string? Url(Import import) => import.RefusedRows > 0 ? $"/imports/{GlobalId.Encode(ImportId.TypeName, import.Id.Value)}/refused.csv" : null;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/imports/{id}/refused.csv", Download);

    internal static async Task<IResult> Download(string id, Caller caller, CrmDb db, FileStore store, CancellationToken ct)
    {
        if (!caller.Can(CustomerPermissions.RunImports))
        {
            return caller.Kind == CallerKind.Nobody
                ? Results.Json(new { code = "NOT_SIGNED_IN", message = "Sign in first." }, statusCode: StatusCodes.Status401Unauthorized)
                : Results.Json(new { code = "NOT_ALLOWED", message = "You are not allowed to do this." }, statusCode: StatusCodes.Status403Forbidden);
        }

        var import = GlobalId.TryDecode(id, ImportId.TypeName, out var key) ? await GetImport.Run(new ImportId(key), db, ct) : null;
        var file = import is null ? null : await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == import.FileId, ct);
        if (import is null || file is null)
        {
            return Results.Json(new { code = "NOT_FOUND", message = "The import was not found." }, statusCode: StatusCodes.Status404NotFound);
        }

        await db.LogNow(new SecurityNews(SecurityEvents.Exported, ImportId.TypeName, import.Id.Value, import.FileName, "refused rows"), ct);
        return Results.Stream(body => Write(import, file.Sha256, db, store, body, ct), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(import.FileName)}-refused.csv");
    }

    /// <summary>UTF-8 with a byte order mark, which spreadsheets need to see accents.</summary>
    public static async Task Write(Import import, string sha256, CrmDb db, FileStore store, Stream target, CancellationToken ct)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var file = store.Open(sha256);
        await using var problems = Reasons(db, import.Id, ct).GetAsyncEnumerator(ct);
        var more = await problems.MoveNextAsync();
        await foreach (var row in CsvFile.Rows(file, FileEncoding.Named(import.Encoding), import.Delimiter, ct))
        {
            if (row.Number == 1)
            {
                await text.WriteAsync(CsvLine.Of([.. import.Columns.Select(c => c.Header), "Reason"], import.Delimiter).AsMemory(), ct);
            }
            else if (more && problems.Current.Row == row.Number)
            {
                var cells = Enumerable.Range(0, Math.Max(import.Columns.Count, row.Cells.Length)).Select(i => i < row.Cells.Length ? row.Cells[i] : "");
                await text.WriteAsync(CsvLine.Of([.. cells, problems.Current.Reason], import.Delimiter).AsMemory(), ct);
                more = await problems.MoveNextAsync();
            }
        }
    }

    private static async IAsyncEnumerable<(int Row, string Reason)> Reasons(CrmDb db, ImportId import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (row, reasons) = (0, new List<string>());
        await foreach (var problem in db.ImportProblems.AsNoTracking().Where(p => p.ImportId == import).OrderBy(p => p.Place).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (problem.Row != row && reasons.Count > 0)
            {
                yield return (row, string.Join(" ", reasons));
                reasons.Clear();
            }

            row = problem.Row;
            reasons.Add(problem.Column is null ? problem.Message : $"{problem.Column}: {problem.Message}");
        }

        if (reasons.Count > 0)
        {
            yield return (row, string.Join(" ", reasons));
        }
    }
}
