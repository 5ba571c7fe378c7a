using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>The uploaded file of an import belongs to those who may import.</summary>
internal sealed class ImportFiles(CrmDb db) : IFileOwner
{
    public string Kind => ImportId.TypeName;

    public async Task<bool> IsVisible(Guid ownerId, CancellationToken ct)
    {
        var id = new ImportId(ownerId);
        return await db.Imports.AnyAsync(i => i.Id == id, ct);
    }

    public Task<bool> IsVisibleByToken(Guid ownerId, string token, CancellationToken ct) => Task.FromResult(false);
}
