using System.Runtime.CompilerServices;

namespace ServiceCrm.Architecture.Tests;

/// <summary>The source tree these tests were built from; modules are found on disk, never from a list kept by hand.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static string ModulePath(string module) => Path.Combine(Root, "src", "Modules", module);

    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !Relative(f).Split('/').Any(part => part is "obj" or "bin" or "Migrations" or "node_modules"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find([CallerFilePath] string here = "")
    {
        var directory = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ServiceCrm.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The source tree was not found.");
    }
}
