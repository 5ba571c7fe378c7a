using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Access;

/// <summary>Section <c>Access</c> of the configuration.</summary>
internal sealed class AccessOptions
{
    /// <summary>Shortest password in characters.</summary>
    [Range(8, 100)]
    public int MinPasswordLength { get; set; } = 10;

    /// <summary>Days a browser stays signed in when asked to.</summary>
    [Range(1, 365)]
    public int RememberDays { get; set; } = 30;

    /// <summary>Days after which a session that the browser does not keep ends at the latest.</summary>
    [Range(1, 365)]
    public int SessionDays { get; set; } = 14;

    /// <summary>Password checks allowed a minute for one account from one address; twice as many from all unknown addresses together.</summary>
    [Range(1, 1000)]
    public int TriesPerMinute { get; set; } = 5;

    /// <summary>
    /// The address at which people reach the console, for example <c>https://crm.example.com</c>: links in mails lead there.
    /// Empty takes the address of the request, which a stranger can forge; links for strangers are then mailed only when it is one of <c>AllowedHosts</c> or of this machine.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Mails with a link for a new password that one account gets in an hour.</summary>
    [Range(1, 100)]
    public int ResetMailsPerAccount { get; set; } = 3;

    /// <summary>Mails with a link for a new password that go out in an hour, to whomever.</summary>
    [Range(1, 100_000)]
    public int ResetMailsPerHour { get; set; } = 100;

    /// <summary>How authenticator apps and password managers call this installation.</summary>
    [Required, StringLength(60)]
    public string Issuer { get; set; } = "ServiceCrm";

    /// <summary>The domain for which passkeys are made, for example <c>crm.example.com</c>; empty for the one that the browser asks.</summary>
    public string PasskeyDomain { get; set; } = "";
}

/// <summary>Section <c>Setup</c>: the first administrator of an unattended installation.</summary>
internal sealed class SetupOptions
{
    public string? AdminEmail { get; set; }

    public string? AdminPassword { get; set; }
}
