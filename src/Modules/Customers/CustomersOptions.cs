using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Customers;

/// <summary>Section <c>Customers</c> of the configuration.</summary>
internal sealed class CustomersOptions
{
    /// <summary>Rows of an import that are committed together; on SQLite nobody else can write while one batch does.</summary>
    [Range(1, 5_000)]
    public int ImportBatch { get; set; } = 1_000;

    /// <summary>How long a node may be silent before another one takes over its import.</summary>
    public TimeSpan ImportLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The address customers reach the portal at, for the link in the mail; empty takes <c>Tickets:PublicUrl</c>, and without that the mail has a code only.</summary>
    public string PortalUrl { get; set; } = "";

    /// <summary>The name of the company in mails of the portal; empty takes <c>Tickets:CompanyName</c>.</summary>
    [StringLength(100)]
    public string PortalName { get; set; } = "";

    /// <summary>Days after which a customer signs in to the portal again.</summary>
    [Range(1, 365)]
    public int PortalSessionDays { get; set; } = 14;

    /// <summary>Mails with a code that one e-mail address gets in an hour.</summary>
    [Range(1, 100)]
    public int PortalMailsPerHour { get; set; } = 5;

    /// <summary>Mails with a code that one e-mail address gets in a day.</summary>
    [Range(1, 1000)]
    public int PortalMailsPerDay { get; set; } = 20;

    /// <summary>Codes that one network may ask for in ten minutes, for whatever addresses.</summary>
    [Range(1, 100_000)]
    public int PortalCodesPerTenMinutes { get; set; } = 20;

    /// <summary>Codes and links that one network may try in ten minutes.</summary>
    [Range(1, 100_000)]
    public int PortalTriesPerTenMinutes { get; set; } = 30;
}
