using ServiceCrm.Testing;
using Xunit;

namespace ServiceCrm.Browser.Tests;

/// <summary>The real server with the built pages, shared by the tests of a class.</summary>
public sealed class Site : IAsyncLifetime
{
    private TestServer? _server;

    public TestServer Server => _server ?? throw new InvalidOperationException(Chromium.MissingBecause);

    public static Task<TestServer> Start(params (string Key, string Value)[] settings) =>
        TestServer.Start(settings: [("Console:Path", WebPages.Built), .. settings]);

    public async ValueTask InitializeAsync()
    {
        if (Chromium.MissingBecause is null)
        {
            _server = await Start();
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
