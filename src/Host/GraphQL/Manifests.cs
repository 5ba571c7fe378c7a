using ServiceCrm.GraphQL;

namespace ServiceCrm.Host.GraphQL;

/// <summary>The trusted documents: those of the console and the portal, which lie in the program, and those of the configured folder.</summary>
internal static class Manifests
{
    /// <exception cref="StartRefusedException">when the folder or a file in it cannot be read</exception>
    public static TrustedDocuments Read(string schema, GraphQLOptions options)
    {
        try
        {
            return TrustedDocuments.OfManifests([Own(schema), .. Configured(options.Documents)]);
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"GraphQL:Documents: {failure.Message}");
        }
    }

    private static byte[] Own(string schema)
    {
        using var resource = typeof(Manifests).Assembly.GetManifestResourceStream($"documents.{schema}.json")
            ?? throw new InvalidOperationException($"The documents of the schema {schema} are not in the program.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<byte[]> Configured(string folder) =>
        folder.Length == 0 ? [] : Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
