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
        var (label, choices) = CustomField.Checked(path, input.Label, input.Type, input.Choices ?? []);
        var others = await db.CustomFields.AsNoTracking().ToListAsync(ct);
        RefuseTwin(others, label, path);
        var keys = others.Select(f => f.Key).Concat(db.CustomFields.Local.Select(f => f.Key)).ToHashSet(StringComparer.Ordinal);
        var field = new CustomField(CustomField.KeyFor(label, keys), label, input.Type, choices, now);
        db.Add(field);
        return field;
    }

    /// <exception cref="InvalidInput">another field is called the same</exception>
    public static void RefuseTwin(IEnumerable<CustomField> others, string label, string path)
    {
        if (others.FirstOrDefault(f => SearchKey.Of(f.Label) == SearchKey.Of(label)) is { } twin)
        {
            throw new InvalidInput(path + "label", $"There is a custom field “{twin.Label}” already{(twin.IsArchived ? "; it is archived and can be restored" : "")}.");
        }
    }
}
