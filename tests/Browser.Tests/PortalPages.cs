using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class PortalPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string Reply = "mutation($id: ID!, $body: String!) { replyToTicket(input: { ticketId: $id, body: $body }) { ticket { id } errors { message } } }";
    private const string Note = "mutation($id: ID!, $body: String!) { addTicketNote(input: { ticketId: $id, body: $body }) { ticket { id } errors { message } } }";

    [Fact]
    public async Task A_request_gets_a_number_and_a_link_on_which_answers_appear_and_notes_never()
    {
        var page = (await Visit("/portal")).Page;
        await page.GetByLabel("Your name").FillAsync("Nadja Fragt");
        await page.GetByLabel("Your e-mail address").FillAsync("nadja@example.com");
        await page.GetByLabel("Subject").FillAsync("Router blinks red");
        await page.GetByLabel("Your message").FillAsync("Since this morning it blinks.");
        await page.GetByLabel("Choose files or drop them here").SetInputFilesAsync(new FilePayload { Name = "photo.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("red") });
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Files" })).ToContainTextAsync("photo.txt");
        await page.Button("Send request").ClickAsync();

        await Expect(page.Heading("Thank you, we have your request")).ToBeFocusedAsync();
        var number = long.Parse((await page.GetByRole(AriaRole.Strong).InnerTextAsync()).TrimStart('#'), CultureInfo.InvariantCulture);
        var link = await page.GetByLabel("Your link to this request").InputValueAsync();
        var tracking = (await Visit(new Uri(link).PathAndQuery)).Page;
        await Expect(tracking.Heading("Router blinks red")).ToBeVisibleAsync();
        await Expect(tracking.GetByRole(AriaRole.Status)).ToContainTextAsync("Received");
        await Expect(tracking.Link("photo.txt")).ToBeVisibleAsync();

        var agent = await Server.As("Agent");
        var id = (await agent.Query("query($number: Long!) { ticketByNumber(number: $number) { id } }", new { number })).GetProperty("ticketByNumber").Id();
        await agent.Mutate(Note, new { id, body = "He shouts a lot." });
        await agent.Mutate(Reply, new { id, body = "Please pull the plug for ten seconds." });
        await tracking.ReloadAsync();
        var messages = tracking.GetByRole(AriaRole.List, new() { Name = "Messages" });
        await Expect(messages).ToContainTextAsync("Please pull the plug for ten seconds.");
        await Expect(tracking.GetByText("He shouts a lot.")).ToHaveCountAsync(0);

        await tracking.Field("Your answer").FillAsync("It is green now, thanks.");
        await tracking.Button("Send answer").ClickAsync();
        await Expect(messages).ToContainTextAsync("It is green now, thanks.");
        await Expect(tracking.Field("Your answer")).ToHaveValueAsync("");
        var desk = (await Visit(agent, $"/tickets/{number}")).Page;
        await Expect(desk.Conversation()).ToContainTextAsync("It is green now, thanks.");
        await Expect(desk.Conversation().GetByRole(AriaRole.Link, new() { Name = "photo.txt" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_the_field_and_nothing_written_is_lost()
    {
        var visitor = await Visit("/portal");
        var page = visitor.Page;
        await page.GetByLabel("Your message").FillAsync("A long story.");
        await page.Button("Send request").ClickAsync();
        await Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await Expect(page.GetByText("Please tell us your name.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Please say in a few words what it is about.")).ToBeVisibleAsync();

        await page.GetByLabel("Your name").FillAsync("Nadja");
        await page.GetByLabel("Your e-mail address").FillAsync("nadja@example.com");
        await page.GetByLabel("Subject").FillAsync("Story");
        visitor.Expect("net::ERR_FAILED");
        await page.RouteAsync("**/portal/graphql", route => route.AbortAsync());
        await page.Button("Send request").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached.");
        await page.UnrouteAllAsync();
        await Expect(page.GetByLabel("Your message")).ToHaveValueAsync("A long story.");
        await page.Button("Send request").ClickAsync();
        await Expect(page.Heading("Thank you, we have your request")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_unknown_link_gets_a_calm_page()
    {
        var visitor = await Visit("/portal/requests/nobody-has-this-token");
        await Expect(visitor.Page.Heading("This link leads nowhere")).ToBeVisibleAsync();
        await visitor.Page.Link("Write a new request").ClickAsync();
        await Expect(visitor.Page.Heading("How can we help?")).ToBeVisibleAsync();
        visitor.Requests.ShouldNotContain(r => r.Contains("/auth/", StringComparison.Ordinal));
    }
}
