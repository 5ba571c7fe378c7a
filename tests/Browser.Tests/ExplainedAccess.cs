using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class ExplainedAccess(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    [Fact]
    public async Task An_administrator_reads_why_somebody_may_or_may_not_work_on_a_ticket()
    {
        using var admin = await Server.AsAdmin();
        var (mine, other) = (await admin.Team("Hardware"), await admin.Team("Software"));
        using var agent = await Server.As("Agent", mine);
        var ticket = await admin.Ticket("Keyboard without keys", "All gone.", other);
        var page = (await Visit(admin, $"/tickets/{ticket.GetProperty("number")}")).Page;

        await page.Button("Explain access").ClickAsync();
        var answers = page.GetByRole(AriaRole.Region, new() { Name = "Permission" });
        await Expect(answers.GetByRole(AriaRole.Row, new() { Name = "Yes: See tickets The permission is for everything. Administrator" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Person" }).FillAsync(agent.Me.Text("name")!);
        await page.GetByRole(AriaRole.Option, new() { Name = agent.Me.Text("name")! }).ClickAsync();
        await Expect(page.GetByText("Teams: Hardware")).ToBeVisibleAsync();
        await Expect(answers.GetByRole(AriaRole.Row, new() { Name = "No: See tickets The permission is for the person’s teams; this belongs to another. Agent" })).ToBeVisibleAsync();
    }
}
