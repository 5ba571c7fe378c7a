using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>Everything a column can be mapped to: the built-in fields and the custom ones.</summary>
internal static class ListImportTargets
{
    public static async Task<IReadOnlyList<ImportTarget>> Run(CrmDb db, CancellationToken ct)
    {
        var fields = await ListCustomFields.Run(db, ct);
        return [.. ImportTargets.BuiltIn, .. fields.Select(f => new ImportTarget(ImportTargets.CustomPrefix + f.Key, f.Label, "Custom fields"))];
    }
}
