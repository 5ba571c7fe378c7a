using System.Text.Json;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record EmailInput(string Address, EmailType Type = EmailType.Work, bool Primary = false);

internal sealed record PhoneInput(string Number, PhoneType Type = PhoneType.Mobile, bool Primary = false);

internal sealed record AddressInput(string? Line1, string? Line2, string? PostalCode, string? City, string? Region, string? Country);

internal sealed record CustomValueInput(string Key, JsonElement? Value);

/// <summary>Reads what forms send into well-formed values, noting every problem with its path.</summary>
internal static class CustomerInputs
{
    public static IReadOnlyList<EmailEntry> Emails(InputCheck check, IReadOnlyList<EmailInput>? given)
    {
        var emails = new List<EmailEntry>();
        foreach (var (i, email) in Limited(check, "emails", given).Index())
        {
            if (EmailAddress.TryParse(email.Address, out var address))
            {
                emails.Add(new EmailEntry(address, email.Type, email.Primary));
            }
            else
            {
                check.Add($"emails.{i}.address", $"“{SafeText.Cut(SafeText.Mend(email.Address), 80)}” is not an e-mail address.");
            }
        }

        return emails;
    }

    public static IReadOnlyList<PhoneEntry> Phones(InputCheck check, IReadOnlyList<PhoneInput>? given)
    {
        var phones = new List<PhoneEntry>();
        foreach (var (i, phone) in Limited(check, "phones", given).Index())
        {
            if (PhoneNumber.TryParse(phone.Number, out var number))
            {
                phones.Add(new PhoneEntry(number, phone.Type, phone.Primary));
            }
            else
            {
                check.Add($"phones.{i}.number", $"“{SafeText.Cut(SafeText.Mend(phone.Number), 40)}” is not a telephone number.");
            }
        }

        return phones;
    }

    public static Address? PostalAddress(InputCheck check, AddressInput? given)
    {
        if (given is null)
        {
            return null;
        }

        var address = new Address(
            Line("line1", given.Line1),
            Line("line2", given.Line2),
            Line("postalCode", given.PostalCode),
            Line("city", given.City),
            Line("region", given.Region),
            Line("country", given.Country));
        return address.IsEmpty ? null : address;

        string? Line(string field, string? value) => check.Optional($"address.{field}", value, CustomerLimits.AddressLine);
    }

    public static IReadOnlyList<string> Tags(InputCheck check, string path, IReadOnlyList<string>? given)
    {
        var tags = new List<string>();
        foreach (var (i, text) in (given ?? []).Index())
        {
            if (check.Optional($"{path}.{i}", text, CustomerLimits.Tag) is { } tag && !tags.Exists(t => SearchKey.Of(t) == SearchKey.Of(tag)))
            {
                tags.Add(tag);
            }
        }

        if (tags.Count > CustomerLimits.Tags)
        {
            check.Add(path, $"A customer can have at most {CustomerLimits.Tags} tags.");
        }

        return tags;
    }

    public static CustomValues Custom(InputCheck check, CustomValues current, IReadOnlyList<CustomValueInput>? given, IReadOnlyDictionary<string, CustomField> fields)
    {
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (i, value) in (given ?? []).Index())
        {
            if (!fields.TryGetValue(value.Key, out var field))
            {
                check.Add($"customValues.{i}.key", $"There is no custom field “{SafeText.Cut(SafeText.Mend(value.Key), CustomField.LongestKey)}”.");
                continue;
            }

            try
            {
                changes[field.Key] = CustomFieldValue.Read(field, value.Value);
            }
            catch (FormatException wrong)
            {
                check.Add($"customValues.{i}.value", wrong.Message);
            }
        }

        return current.With(changes);
    }

    private static IReadOnlyList<T> Limited<T>(InputCheck check, string path, IReadOnlyList<T>? given)
    {
        if (given?.Count > CustomerLimits.ContactPoints)
        {
            check.Add(path, $"At most {CustomerLimits.ContactPoints} are allowed.");
            return [];
        }

        return given ?? [];
    }
}
