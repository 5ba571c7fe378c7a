using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

/// <summary>Second factors and passkeys in the browser; the passkeys are those of Chromium's virtual authenticator.</summary>
public sealed class SecurityPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string RefusedStep = "status of 401 .*/auth/(second-factor|passkey-sign-in)";

    /// <summary>A passkey belongs to a domain; an address in numbers has none.</summary>
    private string Local => $"http://localhost:{Server.Url.Port}";

    [Fact]
    public async Task An_authenticator_app_is_set_up_and_asked_for_and_recovery_codes_stand_in()
    {
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/settings/profile")).Page;
        await page.Button("Set up").ClickAsync();
        await page.DialogNamed("Set up an authenticator app").GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code for the authenticator app" })).ToBeVisibleAsync();
        var app = new AuthenticatorApp((await page.GetByTestId("totp-secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.Field("Code from the app").FillAsync("000000");
        await page.Button("Turn on").ClickAsync();
        await Expect(page.GetByText("This code is wrong.")).ToBeVisibleAsync();
        await page.Field("Code from the app").FillAsync(app.NextForPage(Server));
        await page.Keyboard.PressAsync("Enter");
        var codes = page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem);
        await Expect(codes).ToHaveCountAsync(10);
        var recovery = (await codes.First.InnerTextAsync()).Trim();
        await page.Button("I have kept them").ClickAsync();
        await Expect(page.GetByText("10 codes left")).ToBeVisibleAsync();

        var visitor = await Visit("/sign-in");
        visitor.Expect(RefusedStep);
        var entry = visitor.Page;
        await Password(entry, agent);
        await Expect(entry.Heading("One more step")).ToBeVisibleAsync();
        await Expect(entry.Field("Code from the app")).ToBeFocusedAsync();
        await entry.Field("Code from the app").FillAsync("000000");
        await entry.Keyboard.PressAsync("Enter");
        await Expect(entry.GetByRole(AriaRole.Alert)).ToContainTextAsync("This code is wrong");
        await Expect(entry.Field("Code from the app")).ToBeFocusedAsync();
        await entry.Field("Code from the app").FillAsync(app.NextForPage(Server));
        await entry.Keyboard.PressAsync("Enter");
        await Expect(entry.GetByText("All done here")).ToBeVisibleAsync();

        var other = (await Visit("/sign-in")).Page;
        await Password(other, agent);
        await other.Button("Use a recovery code").ClickAsync();
        await other.Field("Recovery code").FillAsync(recovery.ToLowerInvariant());
        await other.Button("Sign in").ClickAsync();
        await Expect(other.GetByText("All done here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passkey_is_made_renamed_used_and_removed()
    {
        var agent = await Server.As("Agent");
        var (visitor, page) = await WithAuthenticator();
        await Password(page, agent);
        await page.GotoAsync($"{Local}/settings/profile");
        await page.Button("Add a passkey").ClickAsync();
        await page.Field("Name").Last.FillAsync("Work laptop");
        await page.Button("Continue").ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
        await page.Button("I have kept them").ClickAsync();
        await page.Button("Rename Work laptop").ClickAsync();
        await page.DialogNamed("Rename Work laptop").GetByLabel("Name").FillAsync("Home laptop");
        await page.DialogNamed("Rename Work laptop").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Button("Remove Home laptop")).ToBeVisibleAsync();

        await SignOut(page);
        var answers = new List<IRequest>();
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/auth/passkey-sign-in", StringComparison.Ordinal))
            {
                answers.Add(request);
            }
        };
        await page.Button("Sign in with a passkey").ClickAsync();
        await Expect(page.Button("Home laptop")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Home laptop")).ToBeVisibleAsync();
        await Expect(page.GetByText("last used")).ToBeVisibleAsync();

        // What the browser sent, once more: with the challenge's cookie and without.
        var sent = answers.ShouldHaveSingleItem();
        foreach (var cookie in new[] { (await sent.AllHeadersAsync()).GetValueOrDefault("cookie", ""), "" })
        {
            var replayed = await page.APIRequest.PostAsync($"{Local}/auth/passkey-sign-in", new() { Data = sent.PostData, Headers = new Dictionary<string, string> { ["content-type"] = "application/json", ["graphql-preflight"] = "1", ["origin"] = Local, ["cookie"] = cookie } });
            replayed.Status.ShouldBe(400);
            (await replayed.JsonAsync())!.Value.GetProperty("code").GetString().ShouldBe("PASSKEY_CHALLENGE_OVER");
        }

        await page.Button("Remove Home laptop").ClickAsync();
        await page.DialogNamed("Remove the passkey Home laptop?").GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByText("Home laptop")).ToHaveCountAsync(0);
        await SignOut(page);
        visitor.Expect(RefusedStep);
        await page.Button("Sign in with a passkey").ClickAsync();
        await Expect(page.GetByText("This passkey was not accepted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passkey_can_be_the_second_step_and_who_cancels_is_told_so()
    {
        var agent = await Server.As("Agent");
        var (_, page) = await WithAuthenticator();
        await Password(page, agent);
        await page.GotoAsync($"{Local}/settings/profile");
        await page.Button("Add a passkey").ClickAsync();
        await page.Button("Continue").ClickAsync();
        await page.Button("I have kept them").ClickAsync();
        await SignOut(page);
        await Password(page, agent);
        await Expect(page.Heading("One more step")).ToBeVisibleAsync();
        await page.Button("Sign in with a passkey").ClickAsync();
        await Expect(page.GetByText("10 codes left")).ToBeVisibleAsync();

        var (_, stranger) = await WithAuthenticator();
        await stranger.Button("Sign in with a passkey").ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Alert)).ToHaveTextAsync("No passkey was used.");
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_sets_one_up_before_anything_else()
    {
        var admin = await Server.AsAdmin();
        var marketing = await Server.As("Marketing");
        var page = (await Visit(marketing, "/customers")).Page;
        await Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Marketing\", required: true }) { errors { message } } }");
        await page.GotoAsync("/settings/users");
        await Expect(page.Heading("Protect your account")).ToBeVisibleAsync();
        await page.Button("Set up an authenticator app").ClickAsync();
        await page.Button("Continue").ClickAsync();
        var app = new AuthenticatorApp((await page.GetByTestId("totp-secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.Field("Code from the app").FillAsync(app.NextForPage(Server));
        await page.Button("Turn on").ClickAsync();
        await page.Button("I have kept them").ClickAsync();
        await Expect(page.Heading("Users")).ToBeVisibleAsync();
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Marketing\", required: false }) { errors { message } } }");
    }

    [Fact]
    public async Task A_requirement_that_comes_while_somebody_works_leads_to_setting_one_up()
    {
        var admin = await Server.AsAdmin();
        var analyst = await Server.As("Analyst");
        var page = (await Visit(analyst, "/customers")).Page;
        await Expect(page.GetByRole(AriaRole.Searchbox).First).ToBeVisibleAsync();
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Analyst\", required: true }) { errors { message } } }");
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("anybody");
        await Expect(page.Heading("Protect your account")).ToBeVisibleAsync();
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Analyst\", required: false }) { errors { message } } }");
    }

    [Fact]
    public async Task An_administrator_resets_the_factors_and_the_person_is_told()
    {
        var agent = await Server.As("Agent");
        await agent.EnrolTotp(Server);
        var name = agent.Me.Text("name")!;
        var page = (await Visit(await Server.AsAdmin(), "/settings/users")).Page;
        await page.Button($"Edit {name}").ClickAsync();
        await page.Button("Reset second factors").ClickAsync();
        await page.DialogNamed($"Reset the second factors of {name}?").GetByRole(AriaRole.Button, new() { Name = "Reset second factors" }).ClickAsync();
        await Expect(page.GetByText("Second factors removed.")).ToBeVisibleAsync();

        var person = (await Visit("/sign-in")).Page;
        await Password(person, agent);
        await Expect(person.GetByText("An administrator has removed your second factors.")).ToBeVisibleAsync();
        await person.Button("Understood").ClickAsync();
        await Expect(person.GetByText("An administrator has removed your second factors.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_requires_a_second_factor_on_the_page_of_roles()
    {
        var page = (await Visit(await Server.AsAdmin(), "/settings/roles")).Page;
        await page.Button("Actions for Account manager").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Require a second factor" }).ClickAsync();
        await Expect(page.GetByText("Second factor required")).ToBeVisibleAsync();
        await page.Button("Actions for Account manager").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Require no second factor" }).ClickAsync();
        await Expect(page.GetByText("Second factor required")).ToHaveCountAsync(0);
    }

    private async Task<(Visitor Visitor, IPage Page)> WithAuthenticator()
    {
        var visitor = await Visit($"{Local}/sign-in");
        var tools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await tools.SendAsync("WebAuthn.enable", new Dictionary<string, object> { ["enableUI"] = false });
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (visitor, visitor.Page);
    }

    private static async Task Password(IPage page, GraphQLClient person)
    {
        await page.Field("E-mail").FillAsync(person.Me.Text("email")!);
        await page.Field("Password").FillAsync(TestServer.Password);
        await page.Button("Sign in").ClickAsync();
        await Expect(page.Heading("Sign in")).ToHaveCountAsync(0);
    }

    private static async Task SignOut(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Agent \\d+$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Heading("Sign in")).ToBeVisibleAsync();
    }
}
