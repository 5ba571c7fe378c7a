using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCrm.Access;

/// <summary>The one-time link with which the first administrator is made; it exists only while there is nobody.</summary>
internal sealed class SetupLink
{
    private string? _token;

    /// <summary>Makes a new token; an earlier one is void.</summary>
    public string Open() => _token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public bool Fits(string? token) => _token is { } expected && token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(token));

    public void Close() => _token = null;
}
