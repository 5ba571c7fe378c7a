using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Master data as JSON, for the undo of an import. Plain values only, so that it can be read after years.</summary>
internal sealed record CustomerImage(
    CustomerKind Kind,
    string? Name,
    string? GivenName,
    string? FamilyName,
    string? JobTitle,
    Guid? Company,
    string? ExternalId,
    IReadOnlyList<CustomerEmail> Emails,
    IReadOnlyList<CustomerPhone> Phones,
    ContactMethod? PreferredContactMethod,
    string? Language,
    string? TimeZone,
    Address? Address,
    IReadOnlyList<string> Tags,
    string Custom,
    Guid? Owner)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(CustomerDetails d) => JsonSerializer.Serialize(
        new CustomerImage(
            d.Kind, d.Name, d.GivenName, d.FamilyName, d.JobTitle, d.CompanyId?.Value, d.ExternalId,
            [.. d.Emails.Select(e => new CustomerEmail(e.Address.Value, e.Type, e.Primary))],
            [.. d.Phones.Select(p => new CustomerPhone(p.Number.Value, p.Type, p.Primary))],
            d.PreferredContactMethod, d.Language, d.TimeZone, d.Address, d.Tags, d.Custom.ToJson(), d.OwnerId?.Value),
        Json);

    public static CustomerDetails Read(string json)
    {
        var image = JsonSerializer.Deserialize<CustomerImage>(json, Json)!;
        return new CustomerDetails
        {
            Kind = image.Kind,
            Name = image.Name,
            GivenName = image.GivenName,
            FamilyName = image.FamilyName,
            JobTitle = image.JobTitle,
            CompanyId = image.Company is { } company ? new CustomerId(company) : null,
            ExternalId = image.ExternalId,
            Emails = [.. image.Emails.Select(e => new EmailEntry(EmailAddress.Parse(e.Address), e.Type, e.Primary))],
            Phones = [.. image.Phones.Select(p => new PhoneEntry(PhoneNumber.Parse(p.Number), p.Type, p.Primary))],
            PreferredContactMethod = image.PreferredContactMethod,
            Language = image.Language,
            TimeZone = image.TimeZone,
            Address = image.Address,
            Tags = image.Tags,
            Custom = CustomValues.Parse(image.Custom),
            OwnerId = image.Owner is { } owner ? new UserId(owner) : null,
        };
    }
}
