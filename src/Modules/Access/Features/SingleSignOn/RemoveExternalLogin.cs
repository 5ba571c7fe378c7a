using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record RemoveExternalLoginInput(ExternalLoginId ExternalLoginId, string? Password = null);

/// <summary>Takes the link to an account away; whoever came in by it, but for this browser, is out.</summary>
internal static class RemoveExternalLogin
{
    public static async Task<ExternalLoginId> Run(RemoveExternalLoginInput input, CrmDb db, FreshProof proof, TimeProvider clock, CancellationToken ct)
    {
        var user = await proof.Require(input.Password, ct);
        var login = await db.ExternalLogins.FirstOrDefaultAsync(l => l.Id == input.ExternalLoginId && l.UserId == user.Id, ct).OrNotFound("This account");
        if (user.PasswordHash is null && !await db.Passkeys.AnyAsync(p => p.UserId == user.Id, ct) && !await db.ExternalLogins.AnyAsync(l => l.UserId == user.Id && l.Id != login.Id, ct))
        {
            throw new RuleBroken("LAST_WAY_IN", "This account is your only way to sign in. Set a password or make a passkey first.");
        }

        db.Remove(login);
        var current = proof.Session;
        foreach (var session in await db.Sessions.Where(s => s.UserId == user.Id && s.ProviderSubject == login.SubjectKey && s.EndedAt == null && s.Id != current).ToListAsync(ct))
        {
            session.End(clock.Now());
        }

        db.Log(new SecurityNews(SecurityEvents.AccountUnlinked, UserId.TypeName, user.Id.Value, user.Name, login.Provider));
        await db.SaveChangesAsync(ct);
        return login.Id;
    }
}
