using System.Diagnostics;

namespace ServiceCrm.GraphQL.Tests.Transport;

public class AuditTests
{
    [Fact]
    public async Task The_audit_of_graphql_http_is_content_in_all_points()
    {
        var folder = Path.Combine(Root(), "tests", "GraphQL.Audit");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "run \"npm ci\" in tests/GraphQL.Audit first");
        await using var server = await TestServer.Start();
        using var node = Process.Start(new ProcessStartInfo("node", ["audit.mjs", server.Address.ToString(), "token"]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.TrimEnd().ShouldBe("61 of 61");
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ServiceCrm.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }
}
