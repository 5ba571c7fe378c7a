using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed class CustomersFacade(CrmDb db, Suppression suppression, TimeProvider clock) : ICustomers
{
    public async Task<IReadOnlyDictionary<CustomerId, CustomerSummary>> ByIds(IReadOnlyCollection<CustomerId> ids, CancellationToken ct) =>
        await db.Customers.Where(c => ids.Contains(c.Id))
            .Select(c => new CustomerSummary(c.Id, c.DisplayName, c.PrimaryEmail, c.Language))
            .ToDictionaryAsync(c => c.Id, ct);

    public async Task<CustomerSummary> FindOrCreate(NewCustomer who, CancellationToken ct)
    {
        var details = Read(who);
        await ClaimContacts(details, ct);
        if (await Find(details, ct) is { } known)
        {
            return known;
        }

        var customer = Customer.Create(details, clock.Now());
        db.Add(customer);
        AddToTimeline(customer.Id, new TimelineNews(TimelineKind.CustomerCreated, customer.DisplayName, null, clock.Now(), db.Caller.User, null, null, IsContact: false));
        return customer.Summary;
    }

    public Task<IReadOnlySet<string>> IsSuppressed(IReadOnlyCollection<string> contacts, CancellationToken ct) => suppression.Of(contacts, ct);

    public void AddToTimeline(CustomerId customer, TimelineNews news)
    {
        db.Add(new TimelineEntry(customer, news));
        if (news.IsContact)
        {
            var at = news.At;
            db.WithSave(ct => db.Customers.IgnoreQueryFilters([CustomersTables.Visible])
                .Where(c => c.Id == customer && c.ContactedAt < at)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ContactedAt, at), ct));
        }
    }

    private static CustomerDetails Read(NewCustomer who)
    {
        var check = new InputCheck();
        var email = check.Parse<EmailAddress?>("email", who.Email, text => EmailAddress.Parse(text));
        var phone = check.Parse<PhoneNumber?>("phone", who.Phone, text => PhoneNumber.Parse(text));
        var details = new CustomerDetails
        {
            Name = check.Optional("name", who.Name, CustomerLimits.Name),
            Emails = email is { } address ? [new EmailEntry(address, EmailType.Other, Primary: true)] : [],
            Phones = phone is { } number ? [new PhoneEntry(number, PhoneType.Other, Primary: true)] : [],
            Language = LanguageOrNone(who.Language),
        };
        check.ThrowIfAny();
        return details;
    }

    // Two at the same moment must not both find nobody. In one order, so that they do not wait for each other.
    private async Task ClaimContacts(CustomerDetails details, CancellationToken ct)
    {
        foreach (var key in details.Emails.Select(e => e.Address.Key).Concat(details.Phones.Select(p => p.Number.Key)).Order(StringComparer.Ordinal))
        {
            await Engine.Claim(db, $"customer at {key}", ct);
        }
    }

    // A browser's language header may hold anything, and a request must not fail for it.
    private static string? LanguageOrNone(string? tag)
    {
        try
        {
            return string.IsNullOrWhiteSpace(tag) ? null : Languages.ParseTag(tag);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The oldest customer who is reached there; the visibility filter is left aside on purpose, also strangers on the portal are recognised. A member of staff who may not see that customer learns nothing of it.</summary>
    private async Task<CustomerSummary?> Find(CustomerDetails details, CancellationToken ct)
    {
        var points = details.Emails.Select(e => (Kind: ContactPointKind.Email, e.Address.Key)).Concat(details.Phones.Select(p => (Kind: ContactPointKind.Phone, p.Number.Key)));
        foreach (var (kind, key) in points)
        {
            var unsaved = db.Customers.Local.FirstOrDefault(c => c.ContactPoints.Any(p => p.Kind == kind && p.Key == key));
            var found = unsaved?.Summary ?? await db.Customers.IgnoreQueryFilters([CustomersTables.Visible])
                .Where(c => c.ContactPoints.Any(p => p.Kind == kind && p.Key == key))
                .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
                .Select(c => new CustomerSummary(c.Id, c.DisplayName, c.PrimaryEmail, c.Language))
                .FirstOrDefaultAsync(ct);
            if (found is not null)
            {
                return db.Caller.Kind == CallerKind.Staff && !await db.Customers.AnyAsync(c => c.Id == found.Id, ct)
                    ? found with { Name = details.FullName ?? ContactText.Hidden, Email = null }
                    : found;
            }
        }

        return null;
    }
}
