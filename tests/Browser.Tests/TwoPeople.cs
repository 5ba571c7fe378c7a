using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class TwoPeople(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string SetPriority = "mutation($id: ID!, $priority: TicketPriority!) { updateTicket(input: { ticketId: $id, priority: $priority }) { ticket { id } errors { message } } }";

    [Fact]
    public async Task An_answer_of_one_appears_before_the_other_without_a_reload()
    {
        var one = await Server.As("Agent");
        var other = await Server.As("Agent");
        var ticket = await one.Ticket("Two look at this");
        var number = ticket.GetProperty("number").GetInt64();
        var writes = (await Visit(one, $"/tickets/{number}")).Page;
        var lists = (await Visit(other, "/inbox/all")).Page;
        var reads = (await Visit(other, $"/tickets/{number}")).Page;
        await Expect(lists.Row("Two look at this")).ToBeVisibleAsync();
        await Expect(reads.Conversation()).ToContainTextAsync("It prints nothing since Monday.");

        await writes.Answer("We have found the cause.");
        await Expect(reads.Conversation()).ToContainTextAsync("We have found the cause.");
        await Expect(lists.Row("Two look at this")).ToContainTextAsync("We have found the cause.");

        await writes.Choose("Priority", "Urgent");
        await Expect(reads.Field("Priority")).ToHaveValueAsync("Urgent");
        await Expect(lists.Row("Two look at this")).ToContainTextAsync("Urgent");
    }

    [Fact]
    public async Task Who_comes_second_reads_what_happened_and_loses_nothing()
    {
        var first = await Server.As("Agent");
        var second = await Server.As("Agent");
        var ticket = await first.Ticket("Both want it");
        var visitor = await Visit(second, "/settings/profile");
        var page = visitor.Page;
        // News do not reach the second, as behind a broken connection.
        await page.RouteWebSocketAsync("**/graphql", _ => { });
        await page.GotoAsync($"/tickets/{ticket.GetProperty("number").GetInt64()}");
        await page.Field("Public reply").FillAsync("Half a sentence");
        await first.Mutate(SetPriority, new { id = ticket.Id(), priority = "URGENT" });

        await page.Choose("Type", "Complaint");
        var dialog = page.DialogNamed("Somebody was faster");
        await Expect(dialog).ToContainTextAsync($"{first.Me.GetProperty("name").GetString()} changed the ticket");
        await Expect(dialog.GetByRole(AriaRole.List, new() { Name = "What changed" })).ToContainTextAsync("Urgent");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reload and make my change" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Field("Type")).ToHaveValueAsync("Complaint");
        await Expect(page.Field("Priority")).ToHaveValueAsync("Urgent");
        await Expect(page.Field("Public reply")).ToHaveValueAsync("Half a sentence");

        await first.Mutate(SetPriority, new { id = ticket.Id(), priority = "LOW" });
        await page.Button("Send and set status").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Send and solve" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave it as it is" }).ClickAsync();
        await Expect(page.Field("Public reply")).ToHaveValueAsync("Half a sentence");
        await page.ReloadAsync();
        await Expect(page.Field("Public reply")).ToHaveValueAsync("Half a sentence");
        await Expect(page.Field("Status")).Not.ToHaveValueAsync("Solved");
    }
}
