using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record UpdateCustomFieldInput(CustomFieldId CustomFieldId, string? Label = null, IReadOnlyList<string>? Choices = null, bool? Archived = null, long? ExpectedVersion = null);

/// <summary>Renames a field, changes its choices, puts it away without losing a value, or brings it back.</summary>
internal static class UpdateCustomField
{
    public static async Task<CustomField> Run(UpdateCustomFieldInput input, CrmDb db, CustomFieldCache cache, TimeProvider clock, CancellationToken ct)
    {
        var field = await db.CustomFields.FirstOrDefaultAsync(f => f.Id == input.CustomFieldId, ct).OrNotFound("This custom field");
        field.Expect(input.ExpectedVersion);
        var (label, choices) = CustomField.Checked("", input.Label ?? field.Label, field.Type, input.Choices ?? field.Choices);
        CreateCustomField.RefuseTwin(await db.CustomFields.AsNoTracking().Where(f => f.Id != field.Id).ToListAsync(ct), label, "");
        field.Redefine(label, choices);
        if (input.Archived == true)
        {
            field.Archive(clock.Now());
        }
        else if (input.Archived == false)
        {
            field.Restore();
        }

        db.AfterCommit(cache.Forget);
        await db.SaveChangesAsync(ct);
        return field;
    }
}
