using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Identity's way to passkeys.</summary>
internal sealed partial class UserStore : IUserPasskeyStore<User>
{
    private IQueryable<Passkey> AllPasskeys => db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]);

    /// <summary>Adds; what a use changes is written by <see cref="PasskeySignIn"/>, which must not be overtaken by a second use.</summary>
    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var key = Passkey.KeyOf(passkey.CredentialId);
        if (!await AllPasskeys.AnyAsync(p => p.UserId == user.Id && p.CredentialKey == key, cancellationToken))
        {
            var data = new PasskeyData(passkey.CredentialId, passkey.PublicKey, passkey.SignCount, passkey.Transports ?? [], passkey.IsBackupEligible, passkey.IsBackedUp);
            db.Add(Passkey.Create(user.Id, passkey.Name ?? "", data, Clock.Cut(passkey.CreatedAt)));
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await AllPasskeys.AsNoTracking().Where(p => p.UserId == user.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken)).Select(Info)];

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var key = Passkey.KeyOf(credentialId);
        return await AllPasskeys.Where(p => p.CredentialKey == key).Join(Everybody, p => p.UserId, u => u.Id, (_, u) => u).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var key = Passkey.KeyOf(credentialId);
        return await AllPasskeys.AsNoTracking().FirstOrDefaultAsync(p => p.UserId == user.Id && p.CredentialKey == key, cancellationToken) is { } passkey ? Info(passkey) : null;
    }

    public async Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var key = Passkey.KeyOf(credentialId);
        db.RemoveRange(await AllPasskeys.Where(p => p.UserId == user.Id && p.CredentialKey == key).ToListAsync(cancellationToken));
    }

    // What the authenticator attested when the key was made is checked then and not kept: it says which device somebody has.
    private static UserPasskeyInfo Info(Passkey passkey)
    {
        var data = passkey.ReadData();
        return new UserPasskeyInfo(
            data.CredentialId, data.PublicKey, passkey.CreatedAt, data.SignCount, [.. data.Transports], isUserVerified: true, data.BackupEligible, data.BackedUp, attestationObject: [], clientDataJson: []) { Name = passkey.Name };
    }
}
