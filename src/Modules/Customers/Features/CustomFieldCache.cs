using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>
/// The definitions of custom fields in memory. They are only ever added, so a key that is known here is right for ever,
/// and one that is not is looked up once more: nothing can be stale.
/// </summary>
internal sealed class CustomFieldCache
{
    private IReadOnlyDictionary<string, CustomField> _fields = new Dictionary<string, CustomField>(StringComparer.Ordinal);

    /// <summary>The definitions, among them those of the given keys as far as they exist.</summary>
    public async Task<IReadOnlyDictionary<string, CustomField>> With(IEnumerable<string> keys, CrmDb db, CancellationToken ct)
    {
        if (!keys.All(_fields.ContainsKey))
        {
            _fields = await db.CustomFields.AsNoTracking().ToDictionaryAsync(f => f.Key, StringComparer.Ordinal, ct);
        }

        return _fields;
    }
}
