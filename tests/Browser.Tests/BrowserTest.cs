using ServiceCrm.Testing;
using Xunit;

namespace ServiceCrm.Browser.Tests;

/// <summary>
/// A test in the browser. What goes wrong inside a page fails it: uncaught errors, errors in the console, refusals of the content
/// security policy. A failed test leaves a picture of every page beside the test assembly.
/// </summary>
public abstract class BrowserTest(Chromium chromium, Site site) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected TestServer Server => site.Server;

    public virtual ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.MissingBecause is null, Chromium.MissingBecause ?? "");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var reports = new List<string>();
        foreach (var visitor in _visitors)
        {
            if (failed || visitor.Troubles.Count > 0)
            {
                reports.Add(await visitor.Report(Name(TestContext.Current.Test?.TestDisplayName ?? "test"), reports.Count + 1));
            }

            await visitor.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        if (reports.Count > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, reports));
        }
    }

    /// <summary>What of the test's name and arguments can stand in the name of a file.</summary>
    private static string Name(string test) => string.Concat(test[(test.IndexOf("Tests.", StringComparison.Ordinal) + "Tests.".Length)..].Where(c => char.IsLetterOrDigit(c) || c is '_' or '.'));

    /// <summary>A browser of its own (cookies, storage) in which nobody is signed in.</summary>
    protected async Task<Visitor> Visit(string path = "/", Look? look = null, TestServer? server = null)
    {
        var visitor = await Visitor.Open(chromium.Browser, (server ?? Server).Url, look ?? new Look());
        _visitors.Add(visitor);
        await visitor.Page.GotoAsync(path);
        return visitor;
    }

    /// <summary>A browser in which the person of the client is signed in.</summary>
    protected async Task<Visitor> Visit(GraphQLClient person, string path, Look? look = null)
    {
        var visitor = await Visitor.Open(chromium.Browser, Server.Url, look ?? new Look());
        _visitors.Add(visitor);
        await visitor.TakeSessionOf(person);
        await visitor.Page.GotoAsync(path);
        return visitor;
    }
}
