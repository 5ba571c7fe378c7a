using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ReadViewer
{
    public static Task<User> Run(CrmDb db, Caller caller, CancellationToken ct) =>
        db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
}
