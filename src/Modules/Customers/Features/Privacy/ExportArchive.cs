using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>The archive of an export: <c>personal-data.json</c> and the files it names.</summary>
internal static class ExportArchive
{
    public const string Data = "personal-data.json";

    // The archive is opened by people: letters stay letters.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(PipeWriter target, JsonObject tree, IReadOnlyList<PersonalFile> files, FileStore store, CancellationToken ct)
    {
        try
        {
            await using (var zip = await ZipArchive.CreateAsync(target.AsStream(leaveOpen: true), ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, ct))
            {
                await using (var data = await zip.CreateEntry(Data).OpenAsync(ct))
                {
                    await JsonSerializer.SerializeAsync(data, tree, Json, ct);
                }

                foreach (var file in files)
                {
                    await Add(zip, file, store, ct);
                }
            }

            await target.CompleteAsync();
        }
        catch (Exception failure)
        {
            await target.CompleteAsync(failure);
        }
    }

    private static async Task Add(ZipArchive zip, PersonalFile file, FileStore store, CancellationToken ct)
    {
        try
        {
            await using var content = store.Open(file.Sha256);
            await using var entry = await zip.CreateEntry(file.Path).OpenAsync(ct);
            await content.CopyToAsync(entry, ct);
        }
        catch (NotFound)
        {
            // A content that is gone from the disk must not keep everything else from the customer; the JSON still names it.
        }
    }
}
