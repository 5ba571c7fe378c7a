using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record NewCustomFieldInput(string Label, CustomFieldType Type = CustomFieldType.Text);

internal sealed record ColumnMappingInput(int Column, string? Target = null, NewCustomFieldInput? NewField = null);

/// <summary>What is left out stays. Mappings are given as a whole: a column that is not among them is not imported.</summary>
internal sealed record ConfigureImportInput(
    ImportId ImportId, string? Encoding = null, string? Delimiter = null, ExistingRows? Existing = null, IReadOnlyList<ColumnMappingInput>? Mappings = null, bool? AllowSuppressed = null);

internal static class ConfigureImport
{
    public static async Task<Import> Run(ConfigureImportInput input, CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        var import = await db.Imports.FirstOrDefaultAsync(i => i.Id == input.ImportId, ct).OrNotFound("The import");
        if (input.Encoding is not null || input.Delimiter is not null)
        {
            var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == import.FileId, ct).OrNotFound("The file");
            var fields = await ListCustomFields.InUse(db, ct);
            import.Reread(await ExamineFile.Run(store, file.Sha256, input.Encoding ?? import.Encoding, input.Delimiter ?? import.Delimiter, fields, ct));
        }

        var columns = input.Mappings is null ? import.Columns : await Map(db, import, input.Mappings, clock.Now(), ct);
        import.Configure(input.Existing ?? import.Existing, columns);
        import.Allow(input.AllowSuppressed ?? import.AllowSuppressed);
        await db.SaveChangesAsync(ct);
        return import;
    }

    private static async Task<IReadOnlyList<ImportColumn>> Map(CrmDb db, Import import, IReadOnlyList<ColumnMappingInput> mappings, DateTimeOffset now, CancellationToken ct)
    {
        var fields = await ListCustomFields.InUse(db, ct);
        var check = new InputCheck();
        var targets = new Dictionary<int, string>();
        foreach (var (i, mapping) in mappings.Index())
        {
            if (mapping.Column < 0 || mapping.Column >= import.Columns.Count)
            {
                check.Add($"mappings.{i}.column", $"The file has no column {mapping.Column}; they are counted from 0.");
            }
            else if (mapping.NewField is { } wanted)
            {
                targets[mapping.Column] = await NewField(db, import.Columns[mapping.Column], wanted, $"mappings.{i}.newField.", now, ct);
            }
            else if (mapping.Target is { Length: > 0 } target)
            {
                Check(check, $"mappings.{i}.target", target, targets.Values, fields);
                targets[mapping.Column] = target;
            }
        }

        check.ThrowIfAny();
        return [.. import.Columns.Select(c => c with { Target = targets.GetValueOrDefault(c.Index) })];
    }

    private static void Check(InputCheck check, string path, string target, IReadOnlyCollection<string> taken, IReadOnlyDictionary<string, CustomField> fields)
    {
        if (!ImportTargets.Exists(target, fields))
        {
            check.Add(path, $"There is no field “{SafeText.Cut(SafeText.Mend(target), 80)}”.");
        }
        else if (taken.Contains(target) && !ImportTargets.TakesMany(target))
        {
            check.Add(path, $"Two columns are mapped to {target}.");
        }
    }

    private static async Task<string> NewField(CrmDb db, ImportColumn column, NewCustomFieldInput wanted, string path, DateTimeOffset now, CancellationToken ct)
    {
        if (wanted.Type == CustomFieldType.Choice && column.Values.Count == 0)
        {
            throw new InvalidInput(path + "type", $"Column {column.Header} has too many different values for a list of choices; make it a text.");
        }

        var choices = wanted.Type == CustomFieldType.Choice ? column.Values : null;
        var field = await CreateCustomField.Add(db, new CreateCustomFieldInput(wanted.Label, wanted.Type, choices), path, now, ct);
        return ImportTargets.CustomPrefix + field.Key;
    }
}
