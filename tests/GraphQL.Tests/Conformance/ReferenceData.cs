using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Conformance;

/// <summary>Recorded answers of graphql-js that lie beside the repository, not in it.</summary>
internal static class ReferenceData
{
    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>The lines of a file, or a skipped test that says why.</summary>
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        Assert.SkipWhen(Folder.Value is null, "../shared/graphql-conformance is not beside the repository");
        return [.. File.ReadLines(Path.Combine(Folder.Value, file)).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))];
    }

    private static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "ServiceCrm.sln")))
            {
                var folder = Path.Combine(directory.FullName, "..", "shared", "graphql-conformance");
                return Directory.Exists(folder) ? folder : null;
            }
        }

        return null;
    }
}
