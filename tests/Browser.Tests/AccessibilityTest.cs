using System.Text.Json;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

/// <summary>axe-core finds nothing on any page, light and dark, on a desk and on a telephone.</summary>
public abstract class AccessibilityTest(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    private readonly List<string> _violations = [];

    public static TheoryData<ColorScheme, int, int> Looks => new()
    {
        { ColorScheme.Light, 1280, 800 },
        { ColorScheme.Light, 390, 844 },
        { ColorScheme.Dark, 1280, 800 },
        { ColorScheme.Dark, 390, 844 },
    };

    protected IReadOnlyList<string> Violations => _violations;

    protected async Task Check(IPage page, ILocator isThere)
    {
        await Expect(isThere).ToBeVisibleAsync();
        var tooLong = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight - window.innerHeight");
        if (tooLong > 0 && await page.Locator("#content").CountAsync() > 0)
        {
            _violations.Add($"{new Uri(page.Url).PathAndQuery}: the document is {tooLong} px longer than the window, though its content scrolls by itself");
        }

        _violations.AddRange((await Axe.Violations(page)).Select(v => $"{new Uri(page.Url).PathAndQuery}: {v}"));
    }

    private static readonly string[] Tags = ["printer", "office"];

    protected static async Task<JsonElement> Example(GraphQLClient client)
    {
        var ticket = await client.Ticket(more: new { priority = "URGENT", tags = Tags });
        await client.Mutate("mutation($id: ID!) { addTicketNote(input: { ticketId: $id, body: \"Only for us.\" }) { ticket { id } errors { message } } }", new { id = ticket.Id() });
        await client.Mutate("mutation($id: ID!) { updateTicket(input: { ticketId: $id, dueAt: \"2020-01-01T00:00:00Z\" }) { ticket { id } errors { message } } }", new { id = ticket.Id() });
        return (await client.Query("query($id: ID!) { ticket(id: $id) { id number trackingUrl customer { id } } }", new { id = ticket.Id() })).GetProperty("ticket");
    }
}
