using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class SignInPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    [Fact]
    public async Task A_wrong_password_is_told_and_the_right_one_leads_to_the_inbox()
    {
        var page = (await Visit()).Page;
        await SignIn(page, TestServer.AdminEmail, "not-the-password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("E-mail address or password is wrong.");
        await Expect(page.GetByLabel("Password", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("E-mail")).ToHaveValueAsync(TestServer.AdminEmail);

        await SignIn(page, TestServer.AdminEmail, TestServer.Password);
        await Expect(page).ToHaveURLAsync(new Uri(Server.Url, "/inbox/mine").ToString());
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Empty_fields_are_named_before_anything_is_sent()
    {
        var visitor = await Visit("/sign-in");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(visitor.Page.GetByText("Enter your e-mail address.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("Enter your password.")).ToBeVisibleAsync();
        visitor.Requests.ShouldNotContain(r => r.EndsWith("/auth/sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deep_link_survives_the_sign_in_and_signing_out_returns_to_it()
    {
        var admin = await Server.AsAdmin();
        var number = (await admin.Ticket("Deep water")).GetProperty("number").GetInt64();
        var page = (await Visit($"/tickets/{number}")).Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await SignIn(page, TestServer.AdminEmail, TestServer.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Deep water" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "admin", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await page.GotoAsync("/customers");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_set_up_link_of_an_empty_installation_makes_the_first_administrator_once()
    {
        await using var empty = await Site.Start(("Setup:AdminEmail", ""), ("Setup:AdminPassword", ""));
        var link = empty.SetupPath.ShouldNotBeNull();
        var visitor = await Visit(link, server: empty);
        var page = visitor.Page;
        await page.GetByLabel("Name").FillAsync("Grace Hopper");
        await page.GetByLabel("E-mail").FillAsync("grace@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("too short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create and sign in" }).ClickAsync();
        await Expect(page.GetByText("At least 12 characters.", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("a ship in port is safe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create and sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Grace Hopper" })).ToBeVisibleAsync();

        visitor.Expect("status of 404 .*/auth/setup");
        await page.GotoAsync(link);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This set-up link is no longer valid" })).ToBeVisibleAsync();
    }

    private static async Task SignIn(IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
