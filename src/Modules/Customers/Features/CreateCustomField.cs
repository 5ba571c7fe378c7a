using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record CreateCustomFieldInput(string Label, CustomFieldType Type = CustomFieldType.Text, IReadOnlyList<string>? Choices = null);

internal static class CreateCustomField
{
    public static async Task<CustomField> Run(CreateCustomFieldInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var field = await Add(db, input, "", clock.Now(), ct);
        await db.SaveChangesAsync(ct);
        return field;
    }

    /// <summary>Adds a definition to the context; the caller saves.</summary>
    public static async Task<CustomField> Add(CrmDb db, CreateCustomFieldInput input, string path, DateTimeOffset now, CancellationToken ct)
    {
        var check = new InputCheck();
        var label = check.Required(path + "label", input.Label, CustomField.LongestLabel);
        var choices = new List<string>();
        foreach (var (i, choice) in (input.Choices ?? []).Index())
        {
            choices.Add(check.Required($"{path}choices.{i}", choice, CustomField.LongestLabel));
        }

        choices = [.. choices.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (input.Type == CustomFieldType.Choice ? choices.Count is 0 or > CustomField.MostChoices : choices.Count > 0)
        {
            check.Add(path + "choices", input.Type == CustomFieldType.Choice ? $"Give 1 to {CustomField.MostChoices} choices." : "Only a field of type choice has choices.");
        }

        check.ThrowIfAny();
        var taken = await db.CustomFields.Select(f => new { f.Key, f.Label }).ToListAsync(ct);
        if (taken.Exists(f => SearchKey.Of(f.Label) == SearchKey.Of(label)))
        {
            throw new InvalidInput(path + "label", $"There is a custom field “{label}” already.");
        }

        var keys = taken.Select(f => f.Key).Concat(db.CustomFields.Local.Select(f => f.Key)).ToHashSet(StringComparer.Ordinal);
        var field = new CustomField(CustomField.KeyFor(label, keys), label, input.Type, choices, now);
        db.Add(field);
        return field;
    }
}
