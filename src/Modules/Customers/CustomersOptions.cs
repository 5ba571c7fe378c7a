using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Customers;

/// <summary>Section <c>Customers</c> of the configuration.</summary>
internal sealed class CustomersOptions
{
    /// <summary>Rows of an import that are committed together; on SQLite nobody else can write while one batch does.</summary>
    [Range(1, 5_000)]
    public int ImportBatch { get; set; } = 1_000;

    /// <summary>How long a node may be silent before another one takes over its import.</summary>
    public TimeSpan ImportLease { get; set; } = TimeSpan.FromSeconds(60);
}
