using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Platform.Files;

/// <summary>Section <c>Files</c> of the configuration.</summary>
public sealed class FileOptions
{
    /// <summary>Largest attachment in bytes.</summary>
    [System.ComponentModel.DataAnnotations.Range(1024, 1L << 32)]
    public long MaxBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>Largest file for an import in bytes.</summary>
    [System.ComponentModel.DataAnnotations.Range(1024, 1L << 34)]
    public long MaxImportBytes { get; set; } = 200 * 1024 * 1024;

    /// <summary>Largest attachment from the portal in bytes.</summary>
    [System.ComponentModel.DataAnnotations.Range(1024, 1L << 30)]
    public long MaxPortalBytes { get; set; } = 10 * 1024 * 1024;
}

/// <summary>
/// Contents on disk under their SHA-256, written beside and moved into place, so that a half-written file is never
/// seen and the same content is stored once.
/// </summary>
public sealed class FileStore(IOptions<Modules.DataDirectoryOptions> directory)
{
    private readonly string _root = Path.Combine(directory.Value.DataDirectory, "files");

    /// <summary>Stores a stream of at most <paramref name="maxBytes"/>.</summary>
    /// <exception cref="InvalidInput">when it is longer; nothing stays behind</exception>
    public async Task<(string Sha256, long Size)> Write(Stream content, long maxBytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(_root, "incoming"));
        var temporary = Path.Combine(_root, "incoming", Guid.NewGuid().ToString("N"));
        try
        {
            string sha;
            long size = 0;
            await using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[81920];
                int read;
                while ((read = await content.ReadAsync(buffer, ct)) > 0)
                {
                    size += read;
                    if (size > maxBytes)
                    {
                        throw new InvalidInput("file", $"The file is larger than {maxBytes / (1024 * 1024)} MB.");
                    }

                    hash.AppendData(buffer, 0, read);
                    await target.WriteAsync(buffer.AsMemory(0, read), ct);
                }

                target.Flush(flushToDisk: true);
                sha = Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            var path = PathOf(sha);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return (sha, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="NotFound">when the content is gone from the disk</exception>
    public Stream Open(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
            : throw new NotFound("The content of the file");
    }

    /// <summary>Whether the same content came in again within the last hour: its new row may not be written yet.</summary>
    public bool IsFresh(string sha256) => TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(PathOf(sha256)) < TimeSpan.FromHours(1);

    /// <summary>Whether the same content came in again after that moment and within the last hour.</summary>
    public bool CameAgain(string sha256, DateTimeOffset sentAt) => IsFresh(sha256) && File.GetLastWriteTimeUtc(PathOf(sha256)) > sentAt.UtcDateTime.AddMilliseconds(1);

    public void Delete(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>Removes what uploads and exports of killed processes left half-written more than a day ago.</summary>
    public void RemoveUnfinished(DateTimeOffset now)
    {
        var incoming = new DirectoryInfo(Path.Combine(_root, "incoming"));
        foreach (var file in incoming.Exists ? incoming.EnumerateFiles().Where(f => f.LastWriteTimeUtc < now.UtcDateTime.AddDays(-1)) : [])
        {
            file.Delete();
        }
    }

    private string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256);
}
