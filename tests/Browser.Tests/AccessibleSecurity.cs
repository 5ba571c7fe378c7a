using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Browser.Tests;

public sealed class AccessibleSecurity(Chromium chromium, Site site) : AccessibilityTest(chromium, site), IClassFixture<Site>
{
    [Theory, MemberData(nameof(Looks))]
    public async Task Nobody_is_kept_out_by_second_factors(ColorScheme scheme, int width, int height)
    {
        var look = new Look(width, height, scheme);
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/settings/profile", look)).Page;
        await Check(page, page.Heading("Sign-in security"));
        await page.Button("Set up").ClickAsync();
        await Check(page, page.DialogNamed("Set up an authenticator app"));
        await page.Button("Continue").ClickAsync();
        await Check(page, page.Field("Code from the app"));
        var app = new AuthenticatorApp((await page.GetByTestId("totp-secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await page.Field("Code from the app").FillAsync(app.NextForPage(Server));
        await page.Button("Turn on").ClickAsync();
        await Check(page, page.Button("I have kept them"));
        await page.Button("I have kept them").ClickAsync();
        await page.Button("Turn off").ClickAsync();
        await Check(page, page.DialogNamed("Turn off the authenticator app?"));

        var entry = (await Visit($"http://localhost:{Server.Url.Port}/sign-in", look)).Page;
        await Check(entry, entry.Button("Sign in with a passkey"));
        await entry.Field("E-mail").FillAsync(agent.Me.Text("email")!);
        await entry.Field("Password").FillAsync(TestServer.Password);
        await entry.Button("Sign in").ClickAsync();
        await Check(entry, entry.Field("Code from the app"));
        await entry.Button("Use a recovery code").ClickAsync();
        await Check(entry, entry.Field("Recovery code"));

        var admin = await Server.AsAdmin();
        await admin.Mutate("mutation($u: ID!) { resetSecondFactors(input: { userId: $u }) { errors { message } } }", new { u = agent.Me.Id() });
        var back = await Server.SignIn(agent.Me.Text("email")!, TestServer.Password);
        page = (await Visit(back, "/settings/profile", look)).Page;
        await Check(page, page.Button("Understood"));
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Agent\", required: true }) { errors { message } } }");
        await page.ReloadAsync();
        await Check(page, page.Heading("Protect your account"));
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Agent\", required: false }) { errors { message } } }");
        Violations.ShouldBeEmpty();
    }
}
