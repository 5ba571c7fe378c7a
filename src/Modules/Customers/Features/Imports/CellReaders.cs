using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Puts one cell's text into a customer's details.</summary>
/// <exception cref="FormatException">with words for people</exception>
internal delegate void CellReader(CustomerDetails details, string text);

/// <summary>How the text of a cell becomes the value of each field. Blank cells never get here: an import clears nothing.</summary>
internal static class CellReaders
{
    private static readonly Dictionary<string, CellReader> BuiltIn = new(StringComparer.Ordinal)
    {
        ["externalId"] = (d, s) => d.ExternalId = Limit(s, CustomerLimits.ExternalId),
        ["kind"] = (d, s) => d.Kind = Kind(s),
        ["name"] = (d, s) => d.Name = Limit(s, CustomerLimits.Name),
        ["givenName"] = (d, s) => d.GivenName = Limit(s, CustomerLimits.Name),
        ["familyName"] = (d, s) => d.FamilyName = Limit(s, CustomerLimits.Name),
        ["jobTitle"] = (d, s) => d.JobTitle = Limit(s, CustomerLimits.Name),
        ["language"] = (d, s) => d.Language = Languages.ParseTag(s),
        ["timeZone"] = (d, s) => d.TimeZone = Languages.ParseTimeZone(s),
        ["tags"] = (d, s) => d.Tags = Tags(d.Tags, s),
        ["email"] = (d, s) => AddEmails(d, s, EmailType.Work),
        ["email.work"] = (d, s) => AddEmails(d, s, EmailType.Work),
        ["email.home"] = (d, s) => AddEmails(d, s, EmailType.Home),
        ["phone"] = (d, s) => AddPhone(d, s, PhoneType.Other),
        ["phone.mobile"] = (d, s) => AddPhone(d, s, PhoneType.Mobile),
        ["phone.work"] = (d, s) => AddPhone(d, s, PhoneType.Work),
        ["phone.home"] = (d, s) => AddPhone(d, s, PhoneType.Home),
        ["preferredContactMethod"] = (d, s) => d.PreferredContactMethod = Method(s),
        ["address.line1"] = (d, s) => d.Address = Old(d) with { Line1 = Limit(s, CustomerLimits.AddressLine) },
        ["address.line2"] = (d, s) => d.Address = Old(d) with { Line2 = Limit(s, CustomerLimits.AddressLine) },
        ["address.postalCode"] = (d, s) => d.Address = Old(d) with { PostalCode = Limit(s, CustomerLimits.AddressLine) },
        ["address.city"] = (d, s) => d.Address = Old(d) with { City = Limit(s, CustomerLimits.AddressLine) },
        ["address.region"] = (d, s) => d.Address = Old(d) with { Region = Limit(s, CustomerLimits.AddressLine) },
        ["address.country"] = (d, s) => d.Address = Old(d) with { Country = Limit(s, CustomerLimits.AddressLine) },
    };

    public static CellReader Of(string target) => BuiltIn[target];

    /// <summary>Whether a text would be taken for a built-in target.</summary>
    public static bool IsValid(string target, string text)
    {
        try
        {
            BuiltIn[target](new CustomerDetails(), text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Address Old(CustomerDetails details) => details.Address ?? new Address(null, null, null, null, null, null);

    private static string Limit(string text, int max) =>
        text.Length <= max ? text : throw new FormatException($"This is {text.Length} characters long; at most {max} are allowed.");

    private static CustomerKind Kind(string text) => text.ToUpperInvariant() switch
    {
        "PERSON" or "INDIVIDUAL" or "PRIVATE" or "PRIVAT" or "PRIVATKUNDE" or "ЧЕЛОВЕК" or "ФИЗЛИЦО" => CustomerKind.Person,
        "COMPANY" or "BUSINESS" or "ORGANIZATION" or "ORGANISATION" or "FIRMA" or "UNTERNEHMEN" or "FIRMENKUNDE" or "КОМПАНИЯ" or "ЮРЛИЦО" => CustomerKind.Company,
        _ => throw new FormatException($"“{SafeText.Cut(text, 40)}” is neither a person nor a company."),
    };

    private static ContactMethod Method(string text) => text.ToUpperInvariant() switch
    {
        "EMAIL" or "E-MAIL" or "MAIL" => ContactMethod.Email,
        "PHONE" or "TELEPHONE" or "CALL" or "TELEFON" or "ANRUF" or "ТЕЛЕФОН" => ContactMethod.Phone,
        "SMS" or "TEXT" => ContactMethod.Sms,
        "WHATSAPP" => ContactMethod.Whatsapp,
        "POST" or "LETTER" or "BRIEF" or "ПИСЬМО" => ContactMethod.Post,
        _ => throw new FormatException($"“{SafeText.Cut(text, 40)}” is none of e-mail, phone, SMS, WhatsApp and post."),
    };

    private static List<string> Tags(IReadOnlyList<string> current, string text)
    {
        var tags = current.ToList();
        foreach (var tag in text.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!tags.Exists(t => SearchKey.Of(t) == SearchKey.Of(tag)))
            {
                tags.Add(Limit(tag, CustomerLimits.Tag));
            }
        }

        return tags.Count <= CustomerLimits.Tags ? tags : throw new FormatException($"A customer can have at most {CustomerLimits.Tags} tags.");
    }

    private static void AddEmails(CustomerDetails details, string text, EmailType type)
    {
        foreach (var part in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = EmailAddress.Parse(part);
            if (!details.Emails.Any(e => e.Address.Key == address.Key))
            {
                details.Emails = [.. details.Emails, new EmailEntry(address, type, Primary: false)];
            }
        }
    }

    private static void AddPhone(CustomerDetails details, string text, PhoneType type)
    {
        var number = PhoneNumber.Parse(text);
        if (!details.Phones.Any(p => p.Number.Key == number.Key))
        {
            details.Phones = [.. details.Phones, new PhoneEntry(number, type, Primary: false)];
        }
    }
}
