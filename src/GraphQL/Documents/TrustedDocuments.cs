using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ServiceCrm.GraphQL;

/// <summary>
/// Documents that were known before the server started: clients name them by SHA-256 instead of sending them (GraphQL over HTTP, appendix
/// "Persisted documents"). A trusted document enters the plan cache at first sight.
/// </summary>
public sealed class TrustedDocuments
{
    /// <summary>What stands before the hash in a document id.</summary>
    public const string Prefix = "sha256:";

    private readonly FrozenDictionary<string, byte[]> _texts;

    private TrustedDocuments(IEnumerable<byte[]> texts) =>
        _texts = texts.DistinctBy(HashOf, StringComparer.Ordinal).ToFrozenDictionary(HashOf, StringComparer.Ordinal);

    /// <summary>No document at all.</summary>
    public static TrustedDocuments None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Reads manifests: JSON objects from hash, with or without <c>sha256:</c>, to document, as code generators write them.</summary>
    /// <exception cref="FormatException">when one is no such object, or a hash is not that of its document</exception>
    public static TrustedDocuments OfManifests(IEnumerable<byte[]> manifests) => new(manifests.SelectMany(ReadManifest));

    internal byte[]? Find(string hash) => _texts.GetValueOrDefault(hash);

    /// <summary>The lower-case hex SHA-256 of a document's UTF-8.</summary>
    internal static string HashOf(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    private static string HashOf(byte[] text) => HashOf(text.AsSpan());

    private static List<byte[]> ReadManifest(byte[] json)
    {
        Dictionary<string, string>? entries;
        try
        {
            entries = JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException wrong)
        {
            throw new FormatException("A manifest of trusted documents is a JSON object from hash to document.", wrong);
        }

        var texts = new List<byte[]>();
        foreach (var (id, document) in entries ?? [])
        {
            var text = Encoding.UTF8.GetBytes(document);
            var hash = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
            if (!string.Equals(hash, HashOf(text), StringComparison.OrdinalIgnoreCase))
                throw new FormatException($"The trusted document {id} has another SHA-256.");
            texts.Add(text);
        }

        return texts;
    }
}
