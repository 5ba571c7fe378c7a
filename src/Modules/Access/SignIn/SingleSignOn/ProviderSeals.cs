using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceCrm.Access;

/// <summary>Seals id tokens in the table of sessions: they hold names and addresses.</summary>
internal sealed class ProviderSeals(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("ServiceCrm.Access.ProviderToken");

    public string Seal(string token) => WebEncoders.Base64UrlEncode(_seal.Protect(Encoding.UTF8.GetBytes(token)));

    /// <returns>null when the key is gone; the session then ends without a word to the provider</returns>
    public string? Open(string? sealedToken)
    {
        try
        {
            return sealedToken is null ? null : Encoding.UTF8.GetString(_seal.Unprotect(WebEncoders.Base64UrlDecode(sealedToken)));
        }
        catch (Exception gone) when (gone is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
