using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Host.GraphQL;

/// <summary>Section <c>GraphQL</c>: which documents clients may send, and how.</summary>
internal sealed class GraphQLOptions
{
    /// <summary>Folder of further manifests (<c>*.json</c>) of trusted documents, for front ends beside the console; empty means none.</summary>
    public string Documents { get; set; } = "";

    /// <summary>Refuses every document that is neither of the console nor in <see cref="Documents"/>, the explorer's too.</summary>
    public bool OnlyTrusted { get; set; }

    /// <summary>Bytes for documents that clients register themselves (automatic persisted queries); 0 switches them off.</summary>
    [Range(0, 1024 * 1024 * 1024)]
    public int AutomaticDocumentBytes { get; set; }

    /// <summary>Whether clients may ask for answers in parts with <c>@defer</c> and <c>@stream</c> (a proposal to the specification).</summary>
    public bool IncrementalDelivery { get; set; }

    /// <summary>Who may read the schema: by introspection, in the reference and as a file. Others get no "Did you mean" either.</summary>
    [EnumDataType(typeof(SchemaReaders))]
    public SchemaReaders Introspection { get; set; } = SchemaReaders.Everyone;

    /// <summary>With <see cref="SchemaReaders.Roles"/>: their names.</summary>
    public IList<string> IntrospectionRoles { get; } = [];

    /// <summary>Operations that take at least so long are logged, in milliseconds; 0 logs all.</summary>
    [Range(0, 3_600_000)]
    public int SlowMilliseconds { get; set; } = 1_000;

    /// <summary>What operations may cost.</summary>
    [ValidateObjectMembers]
    public CostOptions Cost { get; } = new();
}

/// <summary>Who may read the schema.</summary>
internal enum SchemaReaders
{
    /// <summary>Also strangers.</summary>
    Everyone,

    /// <summary>All members of staff.</summary>
    Staff,

    /// <summary>Members of staff with one of certain roles.</summary>
    Roles,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>Section <c>GraphQL:Cost</c>.</summary>
internal sealed class CostOptions
{
    /// <summary>Whether too dear operations are refused; otherwise costs are only reported.</summary>
    public bool Enforce { get; set; } = true;

    /// <summary>For members of staff and their programs.</summary>
    [ValidateObjectMembers]
    public CostLimits Staff { get; } = new() { Maximum = 20_000, Budget = 400_000, RestorePerSecond = 10_000 };

    /// <summary>For customers on the portal and everybody who is not signed in, each network address by itself.</summary>
    [ValidateObjectMembers]
    public CostLimits Strangers { get; } = new() { Maximum = 1_000, Budget = 100_000, RestorePerSecond = 1_000 };

    /// <summary>For roles that may spend more than <see cref="Staff"/>, by their names; what is left out is that of the staff.</summary>
    public IDictionary<string, CostLimits> Roles { get; } = new Dictionary<string, CostLimits>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>How much a caller may spend.</summary>
internal sealed class CostLimits
{
    /// <summary>Largest cost of one operation.</summary>
    [Range(0, 1e12)]
    public double Maximum { get; set; }

    /// <summary>What may be spent at once.</summary>
    [Range(0, 1e12)]
    public double Budget { get; set; }

    /// <summary>How fast the budget fills again.</summary>
    [Range(0, 1e12)]
    public double RestorePerSecond { get; set; }

    /// <summary>These or the others, whichever is more.</summary>
    public CostLimits Or(CostLimits other) => new()
    {
        Maximum = Math.Max(Maximum, other.Maximum),
        Budget = Math.Max(Budget, other.Budget),
        RestorePerSecond = Math.Max(RestorePerSecond, other.RestorePerSecond),
    };
}
