using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Browser.Tests;

public sealed class AccessiblePortal(Chromium chromium, Site site) : AccessibilityTest(chromium, site), IClassFixture<Site>
{
    [Theory, MemberData(nameof(Looks))]
    public async Task Nobody_is_kept_out_of_the_portal(ColorScheme scheme, int width, int height)
    {
        var admin = await Server.AsAdmin();
        var ticket = await Example(admin);
        var page = (await Visit("/portal", new Look(width, height, scheme))).Page;
        await Check(page, page.Heading("How can we help?"));
        await page.Button("Send request").ClickAsync();
        await Check(page, page.GetByText("Please tell us your name."));
        await page.GetByLabel("Your name").FillAsync("Nadja");
        await page.GetByLabel("Your e-mail address").FillAsync("nadja@example.com");
        await page.GetByLabel("Subject").FillAsync("Story");
        await page.GetByLabel("Your message").FillAsync("A long story.");
        await page.Button("Send request").ClickAsync();
        await Check(page, page.Heading("Thank you, we have your request"));
        await page.GotoAsync(ticket.Text("trackingUrl")!);
        await Check(page, page.Heading("Printer is silent"));
        await page.GotoAsync("/portal/requests/unknown");
        await Check(page, page.Heading("This link leads nowhere"));
        Violations.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Nobody_is_kept_out_of_the_pages_of_who_signs_in(ColorScheme scheme, int width, int height)
    {
        var admin = await Server.AsAdmin();
        var address = $"{Guid.NewGuid():N}@example.com";
        var customer = await admin.Customer("Nadja Fragt", address);
        var id = (await admin.Ticket("Router blinks red", customerName: null, more: new { customerId = customer })).Id();
        await admin.Mutate("mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"Pull the plug.\" }) { errors { message } } }", new { id });
        var visitor = await Visit("/portal/sign-in", new Look(width, height, scheme));
        var page = visitor.Page;
        visitor.Expect("status of 401");
        await Check(page, page.Heading("Sign in"));
        await page.GetByLabel("Your e-mail address").FillAsync(address);
        await page.Button("Send me a code").ClickAsync();
        await Check(page, page.Heading("Look into your mail"));
        await page.GetByLabel("Code from the mail").FillAsync("000000");
        await page.Button("Sign in").ClickAsync();
        await Check(page, page.GetByText("This is not the code."));
        await page.GetByLabel("Code from the mail").FillAsync(await Server.CodeFor(address));
        await page.Button("Sign in").ClickAsync();
        await Check(page, page.GetByText("New answer"));
        await page.GetByRole(AriaRole.Searchbox).FillAsync("nothing like this");
        await Check(page, page.GetByText("No request matches"));
        await page.GotoAsync($"/portal/my/{id}");
        await Check(page, page.Heading("Router blinks red"));
        await page.GotoAsync("/portal/my/unknown");
        await Check(page, page.Heading("This request was not found"));
        await page.GotoAsync("/portal/profile");
        await Check(page, page.Heading("Profile"));
        await page.GotoAsync("/portal");
        await Check(page, page.Heading("How can we help?"));
        await page.GotoAsync("/portal/sign-in/link#unknown");
        await Check(page, page.Heading("Welcome back"));
        await page.Button("Sign in").ClickAsync();
        await Check(page, page.Heading("This link has run out"));
        Violations.ShouldBeEmpty();
    }
}
