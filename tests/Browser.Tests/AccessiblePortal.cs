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
}
