using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(ServiceCrm.Browser.Tests.Chromium))]

namespace ServiceCrm.Browser.Tests;

/// <summary>Debian's Chromium without a window, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why no test of this project can run here; null when they can.</summary>
    public static string? MissingBecause { get; } =
        !File.Exists(Path) ? $"{Path} does not exist; install chromium, or set CHROMIUM_PATH"
        : !File.Exists(System.IO.Path.Combine(WebPages.Built, "index.html")) ? "the web pages were not built, because Node.js 20 or newer was not found"
        : null;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(MissingBecause);

    public async ValueTask InitializeAsync()
    {
        if (MissingBecause is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
