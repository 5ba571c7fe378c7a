using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Customers;

/// <summary>A field a column can be mapped to.</summary>
internal sealed record ImportTarget(string Key, string Label, string Group);

/// <summary>Where columns can go, and the rules of a mapping.</summary>
internal static class ImportTargets
{
    public const string CustomPrefix = "custom:";

    public static readonly IReadOnlyList<ImportTarget> BuiltIn =
    [
        new("externalId", "Customer number", "Customer"),
        new("kind", "Person or company", "Customer"),
        new("name", "Full name", "Customer"),
        new("givenName", "Given name", "Customer"),
        new("familyName", "Family name", "Customer"),
        new("jobTitle", "Job title", "Customer"),
        new("language", "Language", "Customer"),
        new("timeZone", "Time zone", "Customer"),
        new("tags", "Tags", "Customer"),
        new("email", "E-mail", "Contact"),
        new("email.work", "E-mail (work)", "Contact"),
        new("email.home", "E-mail (home)", "Contact"),
        new("phone", "Telephone", "Contact"),
        new("phone.mobile", "Mobile telephone", "Contact"),
        new("phone.work", "Telephone (work)", "Contact"),
        new("phone.home", "Telephone (home)", "Contact"),
        new("preferredContactMethod", "Preferred contact method", "Contact"),
        new("address.line1", "Street and number", "Address"),
        new("address.line2", "Address, second line", "Address"),
        new("address.postalCode", "Postal code", "Address"),
        new("address.city", "City", "Address"),
        new("address.region", "State or region", "Address"),
        new("address.country", "Country", "Address"),
    ];

    /// <summary>Whether several columns may go there, each adding to it.</summary>
    public static bool TakesMany(string target) =>
        target == "tags" || target.StartsWith("email", StringComparison.Ordinal) || target.StartsWith("phone", StringComparison.Ordinal);

    public static bool Exists(string target, IReadOnlyDictionary<string, CustomField> fields) => target.StartsWith(CustomPrefix, StringComparison.Ordinal)
        ? fields.ContainsKey(target[CustomPrefix.Length..])
        : BuiltIn.Any(t => t.Key == target);

    /// <exception cref="RuleBroken">when no mapped column says who a customer is</exception>
    public static void RequireIdentity(IReadOnlyList<ImportColumn> columns)
    {
        if (!columns.Any(c => c.Target is "externalId" or "name" or "givenName" or "familyName"
            || c.Target?.StartsWith("email", StringComparison.Ordinal) == true || c.Target?.StartsWith("phone", StringComparison.Ordinal) == true))
        {
            throw new RuleBroken("NOTHING_IDENTIFIES", "Map at least one column to a name, e-mail, telephone or customer number; otherwise nobody could be recognised.");
        }
    }
}
