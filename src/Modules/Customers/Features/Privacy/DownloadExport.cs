using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>The archive of an export, for who may see everything in it. Each download is noted on the request and so in the security log.</summary>
internal static class DownloadExport
{
    public static string? Url(PrivacyRequest request, Caller caller, TimeProvider clock) =>
        request.FileId is not null && request.FileExpiresAt > clock.Now() && PrivacyRights.MayExport(caller) ? $"/privacy-requests/{GlobalId.Encode(PrivacyRequestId.TypeName, request.Id.Value)}/export.zip" : null;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/privacy-requests/{id}/export.zip", Download);

    internal static async Task<IResult> Download(string id, HttpContext http, Caller caller, CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Kind != CallerKind.Staff)
        {
            return Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        caller.RequireExports();
        var request = GlobalId.TryDecode(id, PrivacyRequestId.TypeName, out var key) ? await db.PrivacyRequests.FirstOrDefaultAsync(r => r.Id == new PrivacyRequestId(key), ct) : null;
        var now = clock.Now();
        var file = request?.FileId is { } fileId && request.FileExpiresAt > now ? await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct) : null;
        if (request is null || file is null)
        {
            throw new NotFound("The export");
        }

        await PrivacyRights.RefuseExportWithObjections(request.CustomerId, http.RequestServices, ct);
        request.Fetched(caller.User, now);
        db.Log(RecordedWish.News(SecurityEvents.Exported, request));
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(store.Open(file.Sha256), "application/zip", file.Name);
    }
}
