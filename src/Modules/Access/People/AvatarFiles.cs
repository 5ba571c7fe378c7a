using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Pictures of people, which only colleagues see.</summary>
internal sealed class AvatarFiles(CrmDb db) : IFileOwner
{
    public const string OwnerKind = "User";

    public string Kind => OwnerKind;

    public Task<bool> IsVisible(Guid ownerId, CancellationToken ct)
    {
        var id = new UserId(ownerId);
        return db.Users.AnyAsync(u => u.Id == id, ct);
    }

    public Task<bool> IsVisibleByToken(Guid ownerId, string token, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Forgets the pictures before this one.</summary>
    public static async Task Release(User user, FileId? kept, CrmDb db, CancellationToken ct)
    {
        var owner = user.Id.Value;
        db.RemoveRange(await db.Files.Where(f => f.OwnerKind == OwnerKind && f.OwnerId == owner && f.Id != kept).ToListAsync(ct));
    }
}
