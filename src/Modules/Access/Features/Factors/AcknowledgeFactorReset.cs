using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <param name="At">The reset that was read of; a later one is still to be told.</param>
internal sealed record AcknowledgeFactorResetInput(DateTimeOffset At);

/// <summary>The person has read that an administrator took the second factors away.</summary>
internal static class AcknowledgeFactorReset
{
    public static async Task<User> Run(AcknowledgeFactorResetInput input, CrmDb db, Caller caller, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (user.FactorsResetAt <= input.At)
        {
            user.SeeFactorReset();
        }

        await db.SaveChangesAsync(ct);
        return user;
    }
}
