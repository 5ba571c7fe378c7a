using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class InboxPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    [Fact]
    public async Task What_an_agent_does_to_a_ticket_is_counted_at_once_and_still_there_after_a_reload()
    {
        var agent = await Server.As("Agent");
        var me = agent.Me.GetProperty("name").GetString()!;
        await agent.Ticket("The roof leaks", "Water drips since Monday.", customerName: "Zoë Quist", customerEmail: "zoe@example.com");
        var page = (await Visit(agent, "/inbox/all")).Page;
        var mine = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Mine" });
        await Expect(mine).ToHaveTextAsync("Mine0");

        await page.Link("The roof leaks").ClickAsync();
        await Expect(page.Conversation()).ToContainTextAsync("Water drips since Monday.");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Customer", Exact = true })).ToContainTextAsync("zoe@example.com");

        await page.Answer("A roofer comes tomorrow.");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = $"Message by {me}" })).ToContainTextAsync("A roofer comes tomorrow.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Internal note" }).ClickAsync();
        await page.Field("Internal note").FillAsync("Insurance pays.");
        await page.Button("Add note").ClickAsync();
        var note = page.GetByRole(AriaRole.Article, new() { Name = $"Internal note by {me}" });
        await Expect(note).ToContainTextAsync("Insurance pays.");

        await page.Choose("Assignee", me);
        await Expect(mine).ToHaveTextAsync("Mine1");
        await page.Choose("Priority", "Urgent");
        await Expect(page.Row("The roof leaks")).ToContainTextAsync("Urgent");
        await page.Button("Solve").ClickAsync();
        await Expect(page.GetByText("solved.")).ToBeVisibleAsync();
        await Expect(mine).ToHaveTextAsync("Mine0");

        await page.ReloadAsync();
        await Expect(page.Field("Status")).ToHaveValueAsync("Solved");
        await Expect(page.Field("Priority")).ToHaveValueAsync("Urgent");
        await Expect(page.Field("Assignee")).ToHaveValueAsync(me);
        await Expect(page.Conversation()).ToContainTextAsync("A roofer comes tomorrow.");
        await Expect(note.GetByText("Internal note")).ToBeVisibleAsync();
        await Expect(page.Button("Reopen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Solving_can_be_taken_back_and_several_tickets_change_together()
    {
        var agent = await Server.As("Agent");
        var assigneeId = agent.Me.Id();
        foreach (var subject in (string[])["First of three", "Second of three", "Third of three"])
        {
            await agent.Ticket(subject, more: new { assigneeId });
        }

        var page = (await Visit(agent, "/inbox/mine")).Page;
        foreach (var subject in (string[])["First of three", "Third of three"])
        {
            var box = page.Row(subject).GetByRole(AriaRole.Checkbox);
            await box.ClickAsync(new() { Modifiers = subject == "Third of three" ? [KeyboardModifier.Shift] : [] });
        }

        await Expect(page.GetByText("3 selected")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Solve" }).ClickAsync();
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
        await page.Button("Undo").ClickAsync();
        await Expect(page.Row("Second of three")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_inbox_without_tickets_says_so_and_offers_the_next_step()
    {
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/inbox/mine")).Page;
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "New ticket" }).ClickAsync();
        await Expect(page.DialogNamed("New ticket")).ToBeVisibleAsync();
        await page.Field("Subject").FillAsync("Called about the invoice");
        await page.Button("Create ticket").ClickAsync();
        await Expect(page.GetByText("Write down what it is about.")).ToBeVisibleAsync();
        await page.Field("What is it about?").FillAsync("The amount is doubled.");
        await page.GetByLabel("The customer is not known yet").CheckAsync();
        await page.Field("Name").FillAsync("Otto Caller");
        await page.Button("Create ticket").ClickAsync();
        await Expect(page.TicketHeading("Called about the invoice")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_with_a_way_to_try_again()
    {
        var agent = await Server.As("Agent");
        await agent.Ticket("Comes on the second try", more: new { assigneeId = agent.Me.Id() });
        var visitor = await Visit(agent, "/settings/profile");
        var page = visitor.Page;
        visitor.Expect("net::ERR_FAILED");
        await page.RouteAsync("**/graphql", route => Asks(route, "Inbox") ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync("/inbox/mine");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached.");
        await page.UnrouteAllAsync();
        await page.Button("Try again").ClickAsync();
        await Expect(page.Link("Comes on the second try")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slow_answer_shows_that_it_is_awaited()
    {
        var agent = await Server.As("Agent");
        await agent.Ticket("Worth waiting for", more: new { assigneeId = agent.Me.Id() });
        var page = (await Visit(agent, "/settings/profile")).Page;
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/graphql", async route =>
        {
            if (Asks(route, "Inbox"))
            {
                await answer.Task;
            }

            await route.ContinueAsync();
        });
        await page.GotoAsync("/inbox/mine");
        var loading = page.GetByRole(AriaRole.Status, new() { Name = "Loading…" });
        await Expect(loading).ToBeVisibleAsync();
        answer.SetResult();
        await Expect(page.Link("Worth waiting for")).ToBeVisibleAsync();
        await Expect(loading).ToHaveCountAsync(0);
    }

    private static bool Asks(IRoute route, string operation) => route.Request.PostData?.Contains($"\"operationName\":\"{operation}\"", StringComparison.Ordinal) == true;
}
