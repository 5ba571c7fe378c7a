using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record PossibleDuplicatesInput(
    string? Name = null,
    string? GivenName = null,
    string? FamilyName = null,
    IReadOnlyList<string>? Emails = null,
    IReadOnlyList<string>? Phones = null,
    string? ExternalId = null);

/// <summary>Customers who may be the same: same address, number or customer number, or the same name but for case and accents.</summary>
internal static class PossibleDuplicates
{
    private const int Most = 20;

    public static Task<IReadOnlyList<Customer>> Run(PossibleDuplicatesInput input, CrmDb db, CancellationToken ct)
    {
        db.Caller.Require(CustomerPermissions.ReadContacts);

        // A form asks while it is being filled in: what is no address yet is no reason to complain.
        var emails = (input.Emails ?? []).Where(e => EmailAddress.TryParse(e, out _)).Select(e => EmailAddress.Parse(e).Key);
        var phones = (input.Phones ?? []).Where(p => PhoneNumber.TryParse(p, out _)).Select(p => PhoneNumber.Parse(p).Key);
        var name = new CustomerDetails { Name = Blank(input.Name), GivenName = Blank(input.GivenName), FamilyName = Blank(input.FamilyName) }.FullName;
        return Find(db, name, [.. emails.Take(Most)], [.. phones.Take(Most)], Blank(input.ExternalId), ct);
    }

    public static Task<IReadOnlyList<Customer>> Of(CustomerDetails details, CrmDb db, CancellationToken ct) => Find(
        db, details.FullName, [.. details.Emails.Select(e => e.Address.Key)], [.. details.Phones.Select(p => p.Number.Key)], details.ExternalId, ct);

    private static async Task<IReadOnlyList<Customer>> Find(CrmDb db, string? name, List<string> emails, List<string> phones, string? externalId, CancellationToken ct)
    {
        var nameKey = SearchKey.Of(name);
        if (nameKey.Length == 0 && emails.Count == 0 && phones.Count == 0 && externalId is null)
        {
            return [];
        }

        // Two narrow look-ups by index; one condition with OR over both tables would read every customer.
        var byPoint = await db.Customers
            .SelectMany(c => c.ContactPoints, (c, p) => new { c.Id, p.Kind, p.Key })
            .Where(x => (x.Kind == ContactPointKind.Email && emails.Contains(x.Key)) || (x.Kind == ContactPointKind.Phone && phones.Contains(x.Key)))
            .Select(x => x.Id).Distinct().OrderBy(id => id).Take(Most).ToListAsync(ct);
        return await db.Customers.AsSingleQuery().AsNoTracking()
            .Where(c => byPoint.Contains(c.Id) || (nameKey != "" && c.DisplayKey == nameKey) || (externalId != null && c.ExternalId == externalId))
            .OrderBy(c => c.DisplayKey).ThenBy(c => c.Id).Take(Most).ToListAsync(ct);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
