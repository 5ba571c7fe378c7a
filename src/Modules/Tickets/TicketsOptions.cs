using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Tickets;

/// <summary>Section <c>Tickets</c> of the configuration.</summary>
internal sealed class TicketsOptions
{
    /// <summary>Days after which a solved ticket is closed for good.</summary>
    [Range(1, 3650)]
    public int CloseSolvedAfterDays { get; set; } = 14;

    /// <summary>The address customers reach the portal at, for tracking links; empty uses relative links.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The name of the company on the portal.</summary>
    [Required, StringLength(100)]
    public string CompanyName { get; set; } = "ServiceCrm";

    /// <summary>Requests one address may submit through the portal in ten minutes.</summary>
    [Range(1, 100_000)]
    public int PortalRequestsPerTenMinutes { get; set; } = 20;
}
