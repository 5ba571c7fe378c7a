using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using FileOptions = ServiceCrm.Platform.Files.FileOptions;

namespace ServiceCrm.Host.Http;

/// <summary>Uploads and downloads: plain HTTP because browsers show progress and save files that way.</summary>
internal static class FileEndpoints
{
    private static readonly HashSet<string> ShownInline = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/files", UploadByStaff).AddEndpointFilter(PlatformHttp.RequirePreflightOnPost);
        endpoints.MapGet("/files/{id}", DownloadByStaff);
        endpoints.MapPost("/portal/files", UploadByCustomer).AddEndpointFilter(PlatformHttp.RequirePreflightOnPost);
        endpoints.MapGet("/portal/files/{token}/{id}", DownloadByCustomer);
        endpoints.MapGet("/portal/files/own/{id}", DownloadBySignedIn);
    }

    private static Task<IResult> UploadByStaff(HttpContext http, string? purpose, Caller caller, IOptions<FileOptions> options, CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Kind != CallerKind.Staff)
        {
            return Task.FromResult(Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized));
        }

        return Upload(http, purpose == "import" ? options.Value.MaxImportBytes : options.Value.MaxBytes, caller, db, store, clock, ct);
    }

    private static Task<IResult> UploadByCustomer(HttpContext http, Caller caller, IOptions<FileOptions> options, CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct) =>
        Upload(http, options.Value.MaxPortalBytes, caller, db, store, clock, ct);

    private static async Task<IResult> Upload(HttpContext http, long maxBytes, Caller caller, CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + (64 * 1024);
        }

        var (part, disposition, sha, size) = await Receive(http.Request, maxBytes, store, ct);
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : disposition.FileName.Value?.Trim('"');
        var type = MediaTypeHeaderValue.TryParse(part.ContentType, out var media) ? SafeText.Cut(media.MediaType.Value ?? "", 200) : "application/octet-stream";
        var file = new StoredFile(name ?? "file", type, size, sha, caller.User, clock.Now(), caller.Portal?.Session);
        db.Add(file);
        await db.SaveChangesAsync(ct);
        return Results.Json(new { id = GlobalId.Encode(FileId.TypeName, file.Id.Value), name = file.Name, size, contentType = file.ContentType }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<(MultipartSection Part, ContentDispositionHeaderValue Disposition, string Sha, long Size)> Receive(HttpRequest request, long maxBytes, FileStore store, CancellationToken ct)
    {
        try
        {
            if (await FilePart(request, ct) is { } part && part.GetContentDispositionHeader() is { } disposition)
            {
                var (sha, size) = await store.Write(part.Body, maxBytes, ct);
                return (part, disposition, sha, size);
            }
        }
        catch (Exception cut) when (cut is InvalidDataException or IOException { Source: "Microsoft.AspNetCore.WebUtilities" })
        {
            throw new InvalidInput("upload", "The upload is cut off or malformed.");
        }

        throw new InvalidInput("upload", "Send one file as multipart/form-data in the field file.");
    }

    /// <summary>Streams to the first file part; nothing is buffered.</summary>
    private static async Task<MultipartSection?> FilePart(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                return section;
            }
        }

        return null;
    }

    private static async Task<IResult> DownloadByStaff(string id, bool? inline, HttpContext http, Caller caller, CrmDb db, IEnumerable<IFileOwner> owners, FileStore store, CancellationToken ct)
    {
        var file = await Find(db, id, ct);
        var visible = file.OwnerKind is null
            ? caller.User is not null && file.UploadedBy == caller.User
            : owners.FirstOrDefault(o => o.Kind == file.OwnerKind) is { } owner && await owner.IsVisible(file.OwnerId!.Value, ct);
        return visible ? Send(http, file, store, inline == true) : throw new NotFound("This file");
    }

    private static async Task<IResult> DownloadByCustomer(string token, string id, HttpContext http, CrmDb db, IEnumerable<IFileOwner> owners, FileStore store, CancellationToken ct)
    {
        var file = await Find(db, id, ct);
        var visible = file.OwnerKind is not null && owners.FirstOrDefault(o => o.Kind == file.OwnerKind) is { } owner && await owner.IsVisibleByToken(file.OwnerId!.Value, token, ct);
        return visible ? Send(http, file, store, inline: false) : throw new NotFound("This file");
    }

    /// <summary>A customer who is signed in sees the files of what the visibility filters show.</summary>
    private static async Task<IResult> DownloadBySignedIn(string id, HttpContext http, CrmDb db, IEnumerable<IFileOwner> owners, FileStore store, CancellationToken ct)
    {
        var file = await Find(db, id, ct);
        var visible = file.OwnerKind is not null && owners.FirstOrDefault(o => o.Kind == file.OwnerKind) is { } owner && await owner.IsVisible(file.OwnerId!.Value, ct);
        return visible ? Send(http, file, store, inline: false) : throw new NotFound("This file");
    }

    private static async Task<StoredFile> Find(CrmDb db, string id, CancellationToken ct)
    {
        if (!GlobalId.TryDecode(id, FileId.TypeName, out var key))
        {
            throw new NotFound("This file");
        }

        var fileId = new FileId(key);
        return await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct).OrNotFound("This file");
    }

    /// <summary>Always as a download, but for images that cannot carry scripts.</summary>
    private static IResult Send(HttpContext http, StoredFile file, FileStore store, bool inline)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        var show = inline && ShownInline.Contains(file.ContentType);
        var type = show ? file.ContentType : "application/octet-stream";
        return Results.File(store.Open(file.Sha256), type, show ? null : file.Name, enableRangeProcessing: true);
    }
}
