using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Takes one-time codes. Each is taken by one conditional statement, so that of two requests with the same code, at the
/// same moment and on whatever node, one gets it.
/// </summary>
internal sealed class FactorCodes(CrmDb db, FactorSecrets secrets, TimeProvider clock)
{
    /// <summary>Whether it is a code of the person's authenticator that was not used before; now it is.</summary>
    public async Task<bool> TakeTotp(UserId user, string code, CancellationToken ct)
    {
        var now = clock.Now();
        var app = await db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().FirstOrDefaultAsync(a => a.UserId == user && a.ConfirmedAt != null, ct);
        return app is not null && await CountTry(app.Id, now, ct) && await Use(app, code, now, ct);
    }

    /// <summary>The step of a code that proves an enrolment; it is for the caller to store.</summary>
    public async Task<long?> Prove(Authenticator app, string code, CancellationToken ct)
    {
        var now = clock.Now();
        return await CountTry(app.Id, now, ct) && secrets.Open(app.Secret) is { } secret ? Totp.Match(secret, code, now, app.LastStep) : null;
    }

    /// <summary>Whether it is one of the person's recovery codes that was not used before; now it is.</summary>
    public async Task<bool> TakeRecovery(UserId user, string code, CancellationToken ct)
    {
        var now = clock.Now();
        var hash = RecoveryCode.HashOf(user, code);
        return await db.InTransaction(
            () => db.RecoveryCodes.IgnoreQueryFilters([AccessTables.Visible]).Where(c => c.UserId == user && c.Hash == hash && c.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct),
            ct) == 1;
    }

    private async Task<bool> Use(Authenticator app, string code, DateTimeOffset now, CancellationToken ct)
    {
        if (secrets.Open(app.Secret) is not { } secret || Totp.Match(secret, code, now, app.LastStep) is not { } step)
        {
            return false;
        }

        return await db.InTransaction(
            () => db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).Where(a => a.Id == app.Id && a.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step).SetProperty(a => a.LastUsedAt, now).SetProperty(a => a.WrongTries, 0), ct),
            ct) == 1;
    }

    // Counted before the code is looked at: tries at the same moment must not share one look at the counter.
    private async Task<bool> CountTry(AuthenticatorId id, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Authenticator.RestsFor;
        return await db.InTransaction(
            () => db.Authenticators.IgnoreQueryFilters([AccessTables.Visible])
                .Where(a => a.Id == id && (a.WrongTries < Authenticator.MostWrongTries || a.WrongSince == null || a.WrongSince < since))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.WrongTries, a => a.WrongTries == 0 || a.WrongSince == null || a.WrongSince < since ? 1 : a.WrongTries + 1)
                        .SetProperty(a => a.WrongSince, a => a.WrongTries == 0 || a.WrongSince == null || a.WrongSince < since ? now : a.WrongSince),
                    ct),
            ct) == 1;
    }
}
