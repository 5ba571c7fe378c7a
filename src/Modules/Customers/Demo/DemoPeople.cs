using System.Globalization;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Invents the demo company's customers: the same ones for the same seed.</summary>
internal sealed class DemoPeople(DemoCompany demo, IReadOnlyList<UserId> staff)
{
    /// <summary>Belongs to the company that writes most, so that the portal has something to show.</summary>
    public const string PortalAddress = "customer@example.com";

    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private int _number = 20_000;

    public CustomerDetails Company(int nth)
    {
        var country = Country();
        var name = $"{DemoWords.CompanyFirst[nth % DemoWords.CompanyFirst.Count]} {demo.Pick(DemoWords.CompanySecond)}";
        var domain = SearchKey.Of(name).ToLowerInvariant().Replace(' ', '-');
        var details = At(country);
        details.Kind = CustomerKind.Company;
        details.Name = $"{name} {demo.Pick(country.Forms)}";
        details.Emails = [Email("office", $"{domain}.example", EmailType.Work)];
        if (nth == 0)
        {
            details.Emails = [.. details.Emails, new EmailEntry(EmailAddress.Parse(PortalAddress), EmailType.Work, Primary: false)];
        }

        details.OwnerId = demo.Pick(staff);
        details.Tags = [.. demo.Pick<IReadOnlyList<string>>([["Wholesale"], ["Wholesale", "VIP"], ["Reference"], []])];
        details.Custom = details.Custom.With([new("contract", demo.Pick<string>(["Plus", "Premium"]))]);
        return details;
    }

    public CustomerDetails Person(IReadOnlyList<CustomerId> companies)
    {
        var country = Country();
        var (given, givenMail) = DemoWords.Split(demo.Pick(country.Given));
        var (family, familyMail) = DemoWords.Split(demo.Pick(country.Family));
        var details = At(country);
        details.GivenName = given;
        details.FamilyName = family;
        details.Emails = [Email($"{givenMail}.{familyMail}", demo.Pick<string>(["example.com", "example.org", "example.net"]), EmailType.Home)];
        details.PreferredContactMethod = demo.Pick<ContactMethod?>([null, null, ContactMethod.Email, ContactMethod.Email, ContactMethod.Phone, ContactMethod.Whatsapp]);
        details.Tags = [.. DemoWords.Tags.Where(_ => demo.Random.Next(14) == 0)];
        if (demo.Random.Next(5) == 0)
        {
            details.CompanyId = demo.Pick(companies);
            details.JobTitle = demo.Pick(DemoWords.JobTitles);
            details.Emails = [.. details.Emails, Email(givenMail, "work.example", EmailType.Work)];
        }

        details.OwnerId = details.Tags.Contains("VIP") ? demo.Pick(staff) : null;
        return details;
    }

    private CustomerDetails At(DemoCountry country)
    {
        var (city, region) = demo.Pick(country.Cities);
        var phone = string.Format(CultureInfo.InvariantCulture, country.Phone, demo.Random.Next(1000));
        var postal = string.Format(CultureInfo.InvariantCulture, country.Postal, demo.Random.Next(10, 1000), demo.Random.Next(1, 10));
        var street = string.Format(CultureInfo.InvariantCulture, country.Street, demo.Pick(country.Streets), demo.Random.Next(1, 120));
        return new CustomerDetails
        {
            ExternalId = $"C-{_number++}",
            Phones = demo.Random.Next(10) < 7 ? [new PhoneEntry(PhoneNumber.Parse(phone), PhoneType.Mobile, Primary: true)] : [],
            Language = country.Language,
            TimeZone = country.TimeZone,
            Address = new Address(street, null, postal, city, region, country.Name),
            Custom = CustomValues.None.With(
            [
                new("contract", demo.Pick<string>(["Basic", "Basic", "Plus", "Premium"])),
                new("customer-since", demo.Today.AddDays(-demo.Random.Next(30, 2500)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new("newsletter", demo.Random.Next(3) == 0),
            ]),
        };
    }

    private EmailEntry Email(string local, string domain, EmailType type)
    {
        var taken = _addresses[$"{local}@{domain}"] = _addresses.GetValueOrDefault($"{local}@{domain}") + 1;
        return new EmailEntry(EmailAddress.Parse(taken == 1 ? $"{local}@{domain}" : $"{local}{taken}@{domain}"), type, Primary: false);
    }

    // Half of the customers are at home in Germany, as the demo company is.
    private DemoCountry Country() => demo.Random.Next(2) == 0 ? DemoWords.Countries[0] : demo.Pick(DemoWords.Countries);
}
