using Microsoft.Extensions.Options;

namespace ServiceCrm.Customers;

/// <summary>Opens the list with the key of the configuration or its own.</summary>
internal static class SuppressionOpening
{
    /// <exception cref="OptionsValidationException">when the configured key is not the one that made the hashes</exception>
    public static SuppressionKey Open(this SuppressionSecret secret, PrivacyOptions options)
    {
        var key = options.HashKey.Length > 0 ? SuppressionKey.Parse(options.HashKey) : secret.Key is { } own ? SuppressionKey.FromBase64(own) : null;
        if (key is null)
        {
            throw Wrong("Privacy:HashKey is missing. The addresses of erased customers were hashed with a configured key; without it they would not be recognised. Set it again.");
        }

        return key.Check == secret.Check ? key : throw Wrong(secret.Key is null
            ? "Privacy:HashKey is not the key with which the addresses of erased customers were hashed; they would not be recognised. Set the old one again."
            : "Privacy:HashKey must stay empty: the addresses of erased customers were hashed with the key in the database and would not be recognised with another.");
    }

    private static OptionsValidationException Wrong(string why) => new("Privacy", typeof(PrivacyOptions), [why]);
}
