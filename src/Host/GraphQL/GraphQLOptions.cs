using System.ComponentModel.DataAnnotations;

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
}
