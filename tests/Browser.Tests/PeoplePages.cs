using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

/// <summary>How people come, forget their password, change their address and go, in the browser.</summary>
public sealed class PeoplePages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string NewPassword = "an-entirely-new-phrase";
    private const string Gone = "status of 410 .*/auth/link";

    private static readonly Regex Link = new(@"https?://\S+token=\S+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Somebody_is_invited_comes_and_is_deleted()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var page = (await Visit(await Server.AsAdmin(), "/settings/users")).Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        var dialog = page.DialogNamed("Invite somebody");
        await dialog.GetByLabel("E-mail").FillAsync(email);
        await dialog.GetByLabel("Name").FillAsync("Zora Quick");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        var link = (await page.GetByTestId("invitation-link").InnerTextAsync()).Trim();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have passed it on" }).ClickAsync();
        await Expect(page.GetByText("Invited, until")).ToBeVisibleAsync();

        var visitor = await Visit(new Uri(link).PathAndQuery);
        var guest = visitor.Page;
        await Expect(guest.Heading("Welcome, Zora Quick")).ToBeVisibleAsync();
        await guest.GetByLabel("Password", new() { Exact = true }).FillAsync(NewPassword);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await Expect(guest.GetByText("All done here")).ToBeVisibleAsync();
        visitor.Expect(Gone);
        await guest.GotoAsync(link);
        await Expect(guest.Heading("This link does not work any more")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for Zora Quick" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete…" }).ClickAsync();
        await Expect(page.DialogNamed("Delete Zora Quick?").GetByText("There is no open work.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions for Zora Quick" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_mailed_link()
    {
        var email = (await Server.As("Agent")).Me.Text("email")!;
        var visitor = await Visit("/sign-in");
        visitor.Expect("status of 401");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await Expect(page.Heading("Look into your mailbox")).ToBeVisibleAsync();
        await page.GotoAsync(await LinkTo(email));
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("password12345");
        await page.GetByLabel("Repeat the new password").FillAsync("password12345");
        visitor.Expect("status of 400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.GetByText("too easy to guess")).ToBeVisibleAsync();
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByLabel("Repeat the new password").FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.Heading("Your password is set")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to sign-in" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_address_counts_once_its_mailbox_has_confirmed_it()
    {
        var to = $"{Guid.NewGuid():N}@example.com";
        var agent = await Server.As("Agent");
        var page = (await Visit(agent, "/settings/profile")).Page;
        await page.GetByLabel("New e-mail address").FillAsync(to);
        await page.GetByLabel("Your password").FillAsync(TestServer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a confirmation" }).ClickAsync();
        await Expect(page.GetByText($"Look into the mailbox of {to}")).ToBeVisibleAsync();
        await page.GotoAsync(await LinkTo(to));
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Expect(page.Heading("Address confirmed")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the console" }).ClickAsync();
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
    }

    private async Task<string> LinkTo(string email)
    {
        var mail = (await Server.Mails()).Last(m => m.To.Mailboxes.Single().Address == email);
        return new Uri(Link.Match(mail.TextBody!).Value).PathAndQuery;
    }
}
