using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Takes exports away that can no longer be downloaded.</summary>
internal static class RemoveExpiredExports
{
    public static async Task Run(CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        foreach (var request in await db.PrivacyRequests.Where(r => r.FileExpiresAt != null && r.FileExpiresAt <= now).ToListAsync(ct))
        {
            await db.InTransaction(
                async () =>
                {
                    request.LoseFile(await db.RemoveFiles(PrivacyRequestId.TypeName, [request.Id.Value], ct));
                    await db.SaveChangesAsync(ct);
                },
                ct);
            request.Keep(await db.DeleteContents(store, request.Released, ct));
            await db.SaveChangesAsync(ct);
        }
    }
}
