using System.Text;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

/// <summary>axe-core finds nothing on any page, light and dark, on a desk and on a telephone.</summary>
public sealed class AccessiblePages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private readonly List<string> _violations = [];

    public static TheoryData<ColorScheme, int, int> Looks => new()
    {
        { ColorScheme.Light, 1280, 800 },
        { ColorScheme.Light, 390, 844 },
        { ColorScheme.Dark, 1280, 800 },
        { ColorScheme.Dark, 390, 844 },
    };

    [Theory, MemberData(nameof(Looks))]
    public async Task Nobody_is_kept_out_of_the_console(ColorScheme scheme, int width, int height)
    {
        var look = new Look(width, height, scheme);
        var visitor = await Visit("/sign-in", look);
        var entry = visitor.Page;
        await Check(entry, entry.Heading("Sign in"));
        visitor.Expect("status of 404 .*/auth/setup");
        await entry.GotoAsync("/setup?token=wrong");
        await Check(entry, entry.Heading("This set-up link is no longer valid"));
        var admin = await Server.AsAdmin();
        var ticket = await Example(admin);
        var customer = ticket.GetProperty("customer").Id();
        var page = (await Visit(admin, "/inbox/all", look)).Page;

        await Check(page, page.Row("Printer is silent").First);
        await page.Keyboard.PressAsync("?");
        await Check(page, page.DialogNamed("Keyboard shortcuts"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.DialogNamed("Keyboard shortcuts")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByPlaceholder("Search tickets, customers, pages and commands").FillAsync("ada");
        await Check(page, page.DialogNamed("Search and commands").GetByText("Ada Byron", new() { Exact = true }).First);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.DialogNamed("Search and commands")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("c");
        await Check(page, page.DialogNamed("New ticket"));
        await page.GotoAsync($"/inbox/all?t={ticket.GetProperty("number").GetInt64()}");
        await Check(page, page.Conversation().GetByText("Only for us."));
        await page.GotoAsync($"/tickets/{ticket.GetProperty("number").GetInt64()}");
        await Check(page, page.Conversation().GetByText("Only for us."));

        await page.GotoAsync("/customers");
        await Check(page, page.GetByRole(AriaRole.List, new() { Name = "Customers" }));
        await page.GotoAsync("/customers#new");
        await Check(page, page.DialogNamed("New customer"));
        await page.GotoAsync($"/customers/{customer}");
        await Check(page, page.GetByRole(AriaRole.Tabpanel).GetByText("Printer is silent").First);
        await CheckImport(page);
        foreach (var (path, title) in ((string, string)[])[("profile", "Profile"), ("tokens", "Access tokens"), ("users", "Users"), ("teams", "Teams"), ("dead-letters", "Dead letters")])
        {
            await page.GotoAsync($"/settings/{path}");
            await Check(page, page.Heading(title));
        }

        await page.GotoAsync("/settings/tokens");
        await page.Button("New token").ClickAsync();
        await Check(page, page.DialogNamed("New token"));
        await page.GotoAsync("/nothing/here");
        await Check(page, page.Heading("There is nothing at this address"));
        _violations.ShouldBeEmpty();
    }

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
        _violations.ShouldBeEmpty();
    }

    private async Task CheckImport(IPage page)
    {
        await page.GotoAsync("/customers/imports");
        await Check(page, page.Heading("Imports"));
        var rows = string.Concat(((string[])["abe@example.com", "bea@example.com", "wrong", "dot@example.com"]).Select(e => $"{Guid.NewGuid():N},Abe,{e},Plus\n"));
        var file = new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"Customer no,Name,E-mail,Plan\n{rows}") };
        await page.GetByLabel("Choose a CSV file").SetInputFilesAsync(file);
        await Expect(page.GetByText("4 rows read")).ToBeVisibleAsync();
        await page.Choose("Field for column E-mail", "E-mail");
        await page.Choose("Field for column Plan", "New field…");
        await Check(page, page.Field("Name of the new field for column Plan"));
        await page.Choose("Field for column Plan", "Leave out");
        await page.Button("Check without changing anything").ClickAsync();
        await Check(page, page.GetByText("“wrong”", new() { Exact = true }));
        await page.Button("Import 4 rows").ClickAsync();
        await Check(page, page.GetByRole(AriaRole.Status).GetByText("Done"));
    }

    private async Task Check(IPage page, ILocator isThere)
    {
        await Expect(isThere).ToBeVisibleAsync();
        _violations.AddRange((await Axe.Violations(page)).Select(v => $"{new Uri(page.Url).PathAndQuery}: {v}"));
    }

    private static async Task<System.Text.Json.JsonElement> Example(GraphQLClient client)
    {
        var ticket = await client.Ticket(more: new { priority = "URGENT", tags = new[] { "printer", "office" } });
        await client.Mutate("mutation($id: ID!) { addTicketNote(input: { ticketId: $id, body: \"Only for us.\" }) { ticket { id } errors { message } } }", new { id = ticket.Id() });
        return (await client.Query("query($id: ID!) { ticket(id: $id) { id number trackingUrl customer { id } } }", new { id = ticket.Id() })).GetProperty("ticket");
    }
}
