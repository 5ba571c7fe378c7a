using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class Keyboard(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    [Fact]
    public async Task The_inbox_is_worked_without_a_mouse()
    {
        var agent = await Server.As("Agent");
        var assigneeId = agent.Me.Id();
        await agent.Ticket("Lower row", more: new { assigneeId });
        await agent.Ticket("Upper row", more: new { assigneeId });
        var page = (await Visit(agent, "/inbox/mine")).Page;
        await Expect(page.Row("Upper row")).ToBeVisibleAsync();
        var keys = page.Keyboard;

        await keys.PressAsync("j");
        await Expect(page.Link("Upper row")).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(page.Link("Lower row")).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await Expect(page.Link("Upper row")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.TicketHeading("Upper row")).ToBeVisibleAsync();

        await keys.PressAsync("r");
        await Expect(page.Field("Public reply")).ToBeFocusedAsync();
        await keys.TypeAsync("jake enjoys rest");
        await Expect(page.Field("Public reply")).ToHaveValueAsync("jake enjoys rest");
        await keys.PressAsync("Control+Enter");
        await Expect(page.Conversation()).ToContainTextAsync("jake enjoys rest");
        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        await Expect(page.Field("Internal note")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("e");
        await Expect(page.GetByText("solved.")).ToBeVisibleAsync();
        await Expect(page.Field("Status")).ToHaveValueAsync("Solved");
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys()
    {
        var page = (await Visit(await Server.As("Agent"), "/inbox/mine")).Page;
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.DialogNamed("Keyboard shortcuts")).ToContainTextAsync("Internal note");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.DialogNamed("Keyboard shortcuts")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_palette_finds_a_customer_and_a_ticket_and_opens_them()
    {
        var agent = await Server.As("Agent");
        var ticket = await agent.Ticket("Violet smoke", customerName: "Xaver Unverwechselbar");
        var page = (await Visit(agent, "/inbox/mine")).Page;
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
        var search = page.GetByPlaceholder("Search tickets, customers, pages and commands");

        await page.Keyboard.PressAsync("Control+k");
        await search.FillAsync("unverwech");
        await page.DialogNamed("Search and commands").GetByText("Xaver Unverwechselbar", new() { Exact = true }).Last.ClickAsync();
        await Expect(page.Heading("Xaver Unverwechselbar")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(search).ToHaveValueAsync("");
        await search.FillAsync($"#{ticket.GetProperty("number").GetInt64()}");
        await Expect(page.DialogNamed("Search and commands")).ToContainTextAsync("Violet smoke");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.TicketHeading("Violet smoke")).ToBeVisibleAsync();
    }
}
