using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class PortalSignInPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string Reply = "mutation($id: ID!, $body: String!) { replyToTicket(input: { ticketId: $id, body: $body }) { ticket { id } errors { message } } }";
    private const string Note = "mutation($id: ID!, $body: String!) { addTicketNote(input: { ticketId: $id, body: $body }) { ticket { id } errors { message } } }";

    [Fact]
    public async Task A_customer_signs_in_with_the_code_from_the_mail_answers_closes_writes_anew_and_signs_out()
    {
        var agent = await Server.As("Agent");
        const string address = "nadja.fragt@example.com";
        var customer = await agent.Customer("Nadja Fragt", address);
        var id = (await agent.Ticket("Router blinks red", "Since this morning.", customerName: null, more: new { customerId = customer })).Id();
        await agent.Ticket("Somebody else's router");
        await agent.Mutate(Note, new { id, body = "She shouts a lot." });
        await agent.Mutate(Reply, new { id, body = "Please pull the plug." });

        var visitor = await Visit("/portal");
        visitor.Expect("status of 401");
        var page = visitor.Page;
        await page.Link("Sign in").ClickAsync();
        await Expect(page.GetByLabel("Your e-mail address")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(address);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Code from the mail")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("12345");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("The code has six digits.")).ToBeVisibleAsync();
        var code = await Server.CodeFor(address);
        await page.GetByLabel("Code from the mail").FillAsync(code == "000000" ? "000001" : "000000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("This is not the code. Tries left: 4.")).ToBeVisibleAsync();
        await page.GetByLabel("Code from the mail").FillAsync($" {code[..3]} {code[3..]} ");
        await page.Keyboard.PressAsync("Enter");

        var list = page.GetByRole(AriaRole.List, new() { Name = "My requests" });
        await Expect(list).ToContainTextAsync("New answer");
        await Expect(list.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await list.GetByRole(AriaRole.Link).ClickAsync();
        var messages = page.GetByRole(AriaRole.List, new() { Name = "Messages" });
        await Expect(messages).ToContainTextAsync("Please pull the plug.");
        await Expect(page.GetByText("She shouts a lot.")).ToHaveCountAsync(0);
        await page.Field("Your answer").FillAsync("It is green now.");
        await page.Button("Send answer").ClickAsync();
        await Expect(messages).ToContainTextAsync("It is green now.");
        await page.Button("It is settled").ClickAsync();
        await Expect(page.Button("Open again")).ToBeVisibleAsync();
        await page.Link("My requests").ClickAsync();
        await Expect(page.GetByText("Nothing is open.")).ToBeVisibleAsync();
        await page.Button("Done").ClickAsync();
        await Expect(list).ToContainTextAsync("Solved");
        await Expect(list).Not.ToContainTextAsync("New answer");

        await page.Link("Write a new request").ClickAsync();
        await Expect(page.GetByLabel("Your e-mail address")).ToHaveCountAsync(0);
        await page.GetByLabel("Subject").FillAsync("A second router");
        await page.GetByLabel("Your message").FillAsync("I would like another one.");
        await page.Button("Send request").ClickAsync();
        await Expect(page.Heading("A second router")).ToBeVisibleAsync();

        await page.Link("Profile").ClickAsync();
        await page.GetByLabel("Language in which we write to you").SelectOptionAsync("de");
        await Expect(page.GetByText("Saved")).ToBeVisibleAsync();
        var staff = (await Visit(agent, $"/customers/{customer}")).Page;
        await Expect(staff.Button("End 1 portal session")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await Expect(page.Link("Sign in")).ToBeVisibleAsync();
        await page.GotoAsync($"/portal/my/{id}");
        await Expect(page.Heading("Sign in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_link_signs_in_by_its_button_and_is_no_longer_in_the_address()
    {
        await using var server = await Site.Start(("Tickets:PublicUrl", "https://help.example.com"));
        await (await server.AsAdmin()).Customer("Ada Byron", "ada@example.com");
        await server.OnPortal().AskForCode("ada@example.com");
        var link = await server.LinkFor("ada@example.com");
        var page = (await Visit($"/portal/sign-in/link#{link}", server: server)).Page;
        await Expect(page.Heading("Welcome back")).ToBeVisibleAsync();
        page.Url.ShouldNotContain(link);
        await page.Button("Sign in").ClickAsync();
        await Expect(page.Heading("My requests")).ToBeVisibleAsync();
        await page.GoBackAsync();
        page.Url.ShouldNotContain(link);
    }

    [Fact]
    public async Task An_answer_is_not_lost_when_staff_end_the_session_and_is_sent_after_signing_in_again()
    {
        var agent = await Server.As("Agent");
        const string address = "lost@example.com";
        var customer = await agent.Customer("Nadja Fragt", address);
        var id = (await agent.Ticket("Router blinks red", customerName: null, more: new { customerId = customer })).Id();
        using var signedIn = await Server.SignInToPortal(address);
        var visitor = await Visit(signedIn, $"/portal/my/{id}");
        var page = visitor.Page;
        await page.Field("Your answer").FillAsync("A long story.");
        var staff = (await Visit(agent, $"/customers/{customer}")).Page;
        await staff.Button("End 1 portal session").ClickAsync();
        await Expect(staff.Button("End 1 portal session")).ToHaveCountAsync(0);
        await page.Button("Send answer").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are signed out.");
        await Expect(page.Field("Your answer")).ToHaveValueAsync("A long story.");
        using var again = await Server.SignInToPortal(address);
        await visitor.TakeSessionOf(again);
        await page.Button("Send answer").ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Messages" })).ToContainTextAsync("A long story.");
    }
}
