using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Files;

/// <summary>A content in the store whose row is gone, and when it was sent.</summary>
public sealed record ReleasedContent(string Sha256, DateTimeOffset SentAt);

/// <summary>
/// Removes files in two steps: the rows in the transaction of whoever owned them, the contents after the commit. Who
/// removes keeps the list of released contents in that transaction, so that a kill in between loses no step.
/// </summary>
public static class FileErasure
{
    private const int Batch = 500;

    /// <summary>Removes the rows of all files that these things hold.</summary>
    public static async Task<IReadOnlyList<ReleasedContent>> RemoveFiles(this CrmDb db, string ownerKind, IReadOnlyCollection<Guid> owners, CancellationToken ct)
    {
        var released = new List<ReleasedContent>();
        foreach (var some in owners.Select(o => (Guid?)o).Chunk(Batch))
        {
            var files = db.Files.Where(f => f.OwnerKind == ownerKind && some.Contains(f.OwnerId));
            released.AddRange(await files.Select(f => new ReleasedContent(f.Sha256, f.UploadedAt)).ToListAsync(ct));
            await files.ExecuteDeleteAsync(ct);
        }

        return released;
    }

    /// <summary>Deletes the contents that no row names any more.</summary>
    /// <returns>those that must be looked at again: the same content was just sent by somebody whose row may not be written yet</returns>
    public static async Task<IReadOnlyList<ReleasedContent>> DeleteContents(this CrmDb db, FileStore store, IReadOnlyList<ReleasedContent> contents, CancellationToken ct)
    {
        var left = new List<ReleasedContent>();
        foreach (var content in contents)
        {
            if (store.CameAgain(content.Sha256, content.SentAt))
            {
                left.Add(content);
            }
            else if (!await db.Files.AnyAsync(f => f.Sha256 == content.Sha256, ct))
            {
                store.Delete(content.Sha256);
            }
        }

        return left;
    }
}
