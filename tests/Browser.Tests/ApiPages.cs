using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class ApiPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    [Fact]
    public async Task A_token_made_in_the_settings_opens_the_api()
    {
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/settings/tokens")).Page;
        await page.Button("New token").ClickAsync();
        await page.Field("Name").FillAsync("Nightly report");
        await page.Button("Create").ClickAsync();
        await Expect(page.GetByText("Copy the token now.")).ToBeVisibleAsync();
        var token = await page.DialogNamed("New token").GetByText("scrm_").InnerTextAsync();
        await page.Button("I have kept it").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nightly report" })).ToBeVisibleAsync();

        using var program = Server.AsNobody().WithToken(token.Trim());
        var viewer = await program.Query("{ viewer { name } }");
        viewer.GetProperty("viewer").GetProperty("name").GetString().ShouldBe(agent.Me.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_explorer_runs_a_query_and_asks_no_foreign_host()
    {
        var agent = await Server.As("Agent");
        var visitor = await Visit(agent, "/graphql");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Query Editor" })).ToContainTextAsync("query Viewer");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Result Window" })).ToContainTextAsync(agent.Me.GetProperty("name").GetString()!);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        await Expect(visitor.Page.GetByText("Query", new() { Exact = true }).First).ToBeVisibleAsync();
        visitor.Requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)).ShouldAllBe(r => r.StartsWith(Server.Url.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_reference_is_filtered_by_keyboard_and_open_to_everybody(ColorScheme scheme, int width)
    {
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/graphql/reference", new Look { Scheme = scheme, Width = width })).Page;
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ticketByN");
        var shown = page.GetByRole(AriaRole.Article);
        await Expect(shown).ToHaveCountAsync(1);
        await Expect(shown).ToContainTextAsync("number: Long! required");
        (await Axe.Violations(page)).ShouldBeEmpty();
        await page.Keyboard.TypeAsync("zzz");
        await Expect(page.GetByText("Nothing has this name.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "TicketConnection", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("#TicketConnection")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_schema_is_served_as_a_file()
    {
        var text = await Server.AsNobody().Http.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));
        text.ShouldContain("type Ticket implements Node");
        text.ShouldContain("type Subscription");
    }
}
