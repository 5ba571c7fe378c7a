using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceCrm.Testing;

namespace ServiceCrm.Browser.Tests;

/// <summary>How the browser of a visitor is set.</summary>
public sealed record Look(int Width = 1280, int Height = 800, ColorScheme Scheme = ColorScheme.Light, string Locale = "en-GB");

/// <summary>One person in front of one browser.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private const float Patience = 20_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _troubles = [];
    private readonly List<Regex> _expected = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Note($"uncaught: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Note($"console: {message.Text} ({message.Location})");
            }
        };
        page.Request += (_, request) =>
        {
            _requests.Add(request.Url);
            NoteDocument(request.Url, request.PostData);
        };
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => NoteDocument(socket.Url, frame.Text);
    }

    public IPage Page { get; }

    /// <summary>Every address the page has asked for.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (_troubles)
            {
                return [.. _troubles.Where(t => !_expected.Exists(e => e.IsMatch(t)))];
            }
        }
    }

    // Our own pages name their documents; only the explorer sends what somebody wrote.
    private void NoteDocument(string url, string? sent)
    {
        if (url.EndsWith("/graphql", StringComparison.Ordinal) && sent?.Replace("\"query\":\"\"", "", StringComparison.Ordinal).Contains("\"query\":", StringComparison.Ordinal) == true
            && new Uri(Page.Url).AbsolutePath != "/graphql")
        {
            Note($"sent a document: {sent[..Math.Min(sent.Length, 200)]}");
        }
    }

    public static async Task<Visitor> Open(IBrowser browser, Uri url, Look look)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = url.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            Locale = look.Locale,
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>The test provokes this trouble; any other still fails it.</summary>
    public void Expect(string pattern) => _expected.Add(new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

    public Task TakeSessionOf(GraphQLClient person) => _context.AddCookiesAsync(person.Cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie
    {
        Name = c.Name,
        Value = c.Value,
        Domain = c.Domain,
        Path = c.Path,
        HttpOnly = c.HttpOnly,
        SameSite = SameSiteAttribute.Lax,
    }));

    public async Task<string> Report(string test, int number)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "failures");
        var picture = Path.Combine(folder, $"{test}-{number}.png");
        var report = new StringBuilder("The page was at ").AppendLine(Page.Url);
        foreach (var trouble in Troubles)
        {
            report.Append("  ").AppendLine(trouble);
        }

        try
        {
            await Page.ScreenshotAsync(new() { Path = picture, Timeout = 5_000 });
            report.Append("  picture: ").Append(picture);
        }
        catch (PlaywrightException notTaken)
        {
            report.Append("  no picture: ").Append(notTaken.Message);
        }

        return report.ToString();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(string trouble)
    {
        // The console asks at its start whether somebody is signed in, and the browser writes the "no" down.
        if (!NotSignedIn().IsMatch(trouble))
        {
            lock (_troubles)
            {
                _troubles.Add(trouble);
            }
        }
    }

    [GeneratedRegex(@"status of 401 .*/auth/(me|sign-in)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotSignedIn();
}
