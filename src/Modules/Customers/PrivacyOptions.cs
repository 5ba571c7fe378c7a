using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Customers;

/// <summary>Section <c>Privacy</c> of the configuration.</summary>
internal sealed class PrivacyOptions
{
    /// <summary>
    /// The secret with which addresses of erased customers are hashed. Empty: one is made at the first erasure and kept in the
    /// database, where who reads the hashes can read it too.
    /// </summary>
    [RegularExpression("^(.{32,})?$", ErrorMessage = "It must have at least 32 characters, or be empty.")]
    public string HashKey { get; set; } = "";

    /// <summary>How long an erasure can still be cancelled before it begins.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan ErasureDelay { get; set; } = TimeSpan.FromHours(1);
}
