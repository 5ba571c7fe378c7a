using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>A person or company that buys from us or asks us for help.</summary>
internal sealed class Customer : Aggregate, ISearchable
{
    public const string SearchedAs = "Customer";

    // A customer nobody has spoken with yet; a value rather than null, so that lists can sort by an index.
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    private readonly List<ContactPoint> _contactPoints = [];

    private Customer()
    {
    }

    public CustomerId Id { get; private set; }

    public CustomerKind Kind { get; private set; }

    public string? Name { get; private set; }

    public string? GivenName { get; private set; }

    public string? FamilyName { get; private set; }

    public string? JobTitle { get; private set; }

    public CustomerId? CompanyId { get; private set; }

    public string? ExternalId { get; private set; }

    /// <summary>What to call the customer everywhere: the name, else the e-mail address, telephone number or customer number.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The display name as it is compared, searched and sorted.</summary>
    [NotAudited]
    public string DisplayKey { get; private set; } = "";

    public string? PrimaryEmail { get; private set; }

    public string? PrimaryPhone { get; private set; }

    public ContactMethod? PreferredContactMethod { get; private set; }

    public string? Language { get; private set; }

    public string? TimeZone { get; private set; }

    public string? Line1 { get; private set; }

    public string? Line2 { get; private set; }

    public string? PostalCode { get; private set; }

    public string? City { get; private set; }

    public string? Region { get; private set; }

    public string? Country { get; private set; }

    public List<string> Tags { get; private set; } = [];

    public CustomValues Custom { get; private set; } = CustomValues.None;

    public UserId? OwnerId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When customer and company last spoke; 1970 when never. Moved on by timeline news without a new version.</summary>
    [NotAudited]
    public DateTimeOffset ContactedAt { get; private set; } = Never;

    [NotAudited]
    public int OrderCount { get; private set; }

    /// <summary>What the customer has ordered and kept, one sum a currency.</summary>
    [NotAudited]
    public IReadOnlyList<Money> Revenue { get; private set; } = [];

    /// <summary>The import that created the customer.</summary>
    [NotAudited]
    public ImportId? ImportId { get; private set; }

    /// <summary>The version in which that import left the customer; a higher one now means that somebody has worked on it.</summary>
    [NotAudited]
    public long? ImportedVersion { get; private set; }

    public IReadOnlyList<ContactPoint> ContactPoints => _contactPoints;

    public DateTimeOffset? LastContactAt => ContactedAt == Never ? null : ContactedAt;

    public Address? Address => new Address(Line1, Line2, PostalCode, City, Region, Country) is { IsEmpty: false } address ? address : null;

    public IReadOnlyList<CustomerEmail> Emails =>
        [.. Points(ContactPointKind.Email).Select(p => new CustomerEmail(p.Value, Enum.Parse<EmailType>(p.Label), p.IsPrimary))];

    public IReadOnlyList<CustomerPhone> Phones =>
        [.. Points(ContactPointKind.Phone).Select(p => new CustomerPhone(p.Value, Enum.Parse<PhoneType>(p.Label), p.IsPrimary))];

    public CustomerSummary Summary => new(Id, DisplayName, PrimaryEmail, Language);

    string ISearchable.SearchKind => SearchedAs;

    Guid ISearchable.SearchOwner => Id.Value;

    Guid ISearchable.SearchId => Id.Value;

    string ISearchable.SearchText =>
        string.Join(' ', _contactPoints.Select(p => p.Kind == ContactPointKind.Phone ? $"{p.Value} {p.Key}" : p.Value).Concat([DisplayName, GivenName, FamilyName, ExternalId, City, .. Tags]));

    /// <exception cref="InvalidInput">when nothing in it tells who the customer is</exception>
    public static Customer Create(CustomerDetails details, DateTimeOffset at)
    {
        var customer = new Customer { Id = CustomerId.New(at), Kind = details.Kind, CreatedAt = at };
        customer.Take(details, at);
        customer.Raise(new CustomerCreated(customer.Id, customer.DisplayName));
        return customer;
    }

    /// <summary>A customer made by an import, so that it can be taken back.</summary>
    public static Customer Import(CustomerDetails details, ImportId import, DateTimeOffset at)
    {
        var customer = Create(details, at);
        customer.ImportId = import;
        customer.ImportedVersion = customer.Version;
        return customer;
    }

    /// <summary>The customer becomes what the details say.</summary>
    /// <exception cref="InvalidInput">when nothing is left that tells who the customer is</exception>
    public void Change(CustomerDetails details, DateTimeOffset at)
    {
        Take(details, at);
        Raise(new CustomerChanged(Id, DisplayName));
    }

    /// <summary>A change by an import; a customer which that same import created stays one that it may take back.</summary>
    public void Change(CustomerDetails details, ImportId import, DateTimeOffset at)
    {
        Change(details, at);
        if (ImportId == import && ImportedVersion == Version)
        {
            ImportedVersion = Version + 1;
        }
    }

    /// <summary>Another account manager, or none.</summary>
    public void LookedAfterBy(UserId? owner, DateTimeOffset at)
    {
        OwnerId = owner;
        UpdatedAt = at;
        Raise(new CustomerChanged(Id, DisplayName));
    }

    /// <summary>The undo of its import has left the customer alone and need not look again.</summary>
    public void StayAfterUndo() => ImportedVersion = null;

    public void Delete() => Raise(new CustomerDeleted(Id));

    public void Count(Order order)
    {
        OrderCount++;
        if (order.Counts)
        {
            var sums = Revenue.ToDictionary(m => m.Currency);
            sums[order.Currency] = sums.TryGetValue(order.Currency, out var sum) ? sum + order.Total : order.Total;
            Revenue = [.. sums.Values.OrderBy(m => m.Currency, StringComparer.Ordinal)];
        }
    }

    /// <summary>For history that is written as a whole (the demo company); live contacts come as timeline news.</summary>
    public void ContactedOn(DateTimeOffset at) => ContactedAt = at > ContactedAt ? at : ContactedAt;

    /// <summary>The master data as it is now: what a change starts from and what an undo goes back to.</summary>
    public CustomerDetails Details() => new()
    {
        Kind = Kind,
        Name = Name,
        GivenName = GivenName,
        FamilyName = FamilyName,
        JobTitle = JobTitle,
        CompanyId = CompanyId,
        ExternalId = ExternalId,
        Emails = [.. Emails.Select(e => new EmailEntry(EmailAddress.Parse(e.Address), e.Type, e.Primary))],
        Phones = [.. Phones.Select(p => new PhoneEntry(PhoneNumber.Parse(p.Number), p.Type, p.Primary))],
        PreferredContactMethod = PreferredContactMethod,
        Language = Language,
        TimeZone = TimeZone,
        Address = Address,
        Tags = [.. Tags],
        Custom = Custom,
        OwnerId = OwnerId,
    };

    private IEnumerable<ContactPoint> Points(ContactPointKind kind) => _contactPoints.Where(p => p.Kind == kind).OrderBy(p => p.Position);

    private void Take(CustomerDetails details, DateTimeOffset at)
    {
        if (details.IsEmpty)
        {
            throw new InvalidInput("name", "Give at least a name, an e-mail address, a telephone number or a customer number.");
        }

        if (details.CompanyId == Id)
        {
            throw new InvalidInput("companyId", "A company cannot work for itself.");
        }

        (Name, GivenName, FamilyName, JobTitle) = (details.Name, details.GivenName, details.FamilyName, details.JobTitle);
        (CompanyId, ExternalId, OwnerId) = (details.CompanyId, details.ExternalId, details.OwnerId);
        (PreferredContactMethod, Language, TimeZone) = (details.PreferredContactMethod, details.Language, details.TimeZone);
        (Line1, Line2, PostalCode, City, Region, Country) =
            (details.Address?.Line1, details.Address?.Line2, details.Address?.PostalCode, details.Address?.City, details.Address?.Region, details.Address?.Country);
        Tags = [.. details.Tags];
        Custom = details.Custom;
        ContactPointList.Replace(_contactPoints, Id, details);
        PrimaryEmail = Points(ContactPointKind.Email).FirstOrDefault(p => p.IsPrimary)?.Value;
        PrimaryPhone = Points(ContactPointKind.Phone).FirstOrDefault(p => p.IsPrimary)?.Value;
        DisplayName = details.FullName ?? PrimaryEmail ?? PrimaryPhone ?? ExternalId!;
        DisplayKey = SafeText.Cut(SearchKey.Of(DisplayName), CustomerLimits.DisplayKey);
        UpdatedAt = at;
    }
}
