using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace ServiceCrm.Access;

/// <summary>Seals the secrets of authenticators with the keys of the installation, so that a copy of the table alone is worth nothing.</summary>
internal sealed class FactorSecrets(IDataProtectionProvider protection, ILogger<FactorSecrets> log)
{
    private readonly IDataProtector _seal = protection.CreateProtector("ServiceCrm.Access.Authenticator");

    public string Seal(byte[] secret) => Convert.ToBase64String(_seal.Protect(secret));

    /// <returns>null when the key that sealed it is gone; the person then needs a recovery code or an administrator</returns>
    public byte[]? Open(string sealedSecret)
    {
        try
        {
            return _seal.Unprotect(Convert.FromBase64String(sealedSecret));
        }
        catch (CryptographicException gone)
        {
            log.LogError(gone, "The secret of an authenticator cannot be opened: the data protection key is missing");
            return null;
        }
    }
}
