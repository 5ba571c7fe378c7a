using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

/// <summary>Gives uploads to the message they were sent with.</summary>
internal static class Attachments
{
    public const string OwnerKind = "Message";
    private const int Most = 20;

    public static async Task Claim(CrmDb db, IReadOnlyList<FileId>? ids, Message message, Caller caller, CancellationToken ct)
    {
        if (ids is not { Count: > 0 })
        {
            return;
        }

        if (ids.Count > Most)
        {
            throw new InvalidInput("fileIds", $"At most {Most} files are allowed.");
        }

        var files = await db.Files.Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        foreach (var id in ids.Distinct())
        {
            var file = files.Find(f => f.Id == id && f.IsFreeFor(caller)) ?? throw new InvalidInput("fileIds", "One of the files does not exist or has expired.");
            file.Claim(OwnerKind, message.Id.Value, caller);
        }
    }
}
