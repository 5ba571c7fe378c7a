namespace ServiceCrm.Browser.Tests;

/// <summary>What the tests read of the tree.</summary>
internal static class WebPages
{
    public static string Root { get; } = FindRoot();

    /// <summary>The production build of console and portal, as the server serves it.</summary>
    public static string Built { get; } = Path.Combine(Root, "web", "dist");

    public static string Axe { get; } = Path.Combine(Root, "web", "node_modules", "axe-core", "axe.min.js");

    public static string Catalogue(string folder, string language) => Path.Combine(Root, "web", "src", folder, "locales", $"{language}.json");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ServiceCrm.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests do not lie in the tree of the project.");
    }
}
