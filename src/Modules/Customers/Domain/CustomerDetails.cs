using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record EmailEntry(EmailAddress Address, EmailType Type, bool Primary);

internal sealed record PhoneEntry(PhoneNumber Number, PhoneType Type, bool Primary);

/// <summary>
/// The whole master data of a customer, every value already well-formed: what a form, an import row or a stored
/// before-image wants the customer to be.
/// </summary>
internal sealed record CustomerDetails
{
    public CustomerKind Kind { get; set; }

    public string? Name { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public CustomerId? CompanyId { get; set; }

    public string? ExternalId { get; set; }

    public IReadOnlyList<EmailEntry> Emails { get; set; } = [];

    public IReadOnlyList<PhoneEntry> Phones { get; set; } = [];

    public ContactMethod? PreferredContactMethod { get; set; }

    public string? Language { get; set; }

    public string? TimeZone { get; set; }

    public Address? Address { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];

    public CustomValues Custom { get; set; } = CustomValues.None;

    public UserId? OwnerId { get; set; }

    /// <summary>The name as it is spoken: the full name, else given and family name.</summary>
    public string? FullName => Name ?? (GivenName, FamilyName) switch
    {
        (null, null) => null,
        ({ } given, null) => given,
        (null, { } family) => family,
        var (given, family) => $"{given} {family}",
    };

    /// <summary>Whether there is nothing by which anybody could recognise the customer.</summary>
    public bool IsEmpty => FullName is null && ExternalId is null && Emails.Count == 0 && Phones.Count == 0;
}
