using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="FileId">An upload of the caller; null takes the picture away.</param>
internal sealed record SetAvatarInput(FileId? FileId = null);

/// <summary>Shows a picture of the caller to colleagues. What is no picture, whatever it is called, is refused.</summary>
internal static class SetAvatar
{
    public static async Task<User> Run(SetAvatarInput input, CrmDb db, Caller caller, FileStore store, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (input.FileId is { } id)
        {
            var file = await db.Files.FirstOrDefaultAsync(f => f.Id == id, ct).OrNotFound("A file");
            file.Claim(AvatarFiles.OwnerKind, user.Id.Value, caller);
            await AvatarImage.Check(file, store, ct);
        }

        await AvatarFiles.Release(user, input.FileId, db, ct);
        user.Show(input.FileId);
        await db.SaveChangesAsync(ct);
        return user;
    }
}
