using System.Text;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class AccessiblePages(Chromium chromium, Site site) : AccessibilityTest(chromium, site), IClassFixture<Site>
{
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
        await entry.GotoAsync("/forgot-password");
        await Check(entry, entry.Heading("Forgotten password"));
        visitor.Expect("status of 410 .*/auth/link");
        await entry.GotoAsync("/reset-password?token=wrong");
        await Check(entry, entry.Heading("This link does not work any more"));
        var admin = await Server.AsAdmin();
        await entry.GotoAsync(await Invited(admin));
        await Check(entry, entry.Heading("Welcome, Eve"));
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
        await page.DialogNamed("New customer").GetByLabel("Given name").FillAsync("Ada");
        await page.DialogNamed("New customer").GetByLabel("Family name").FillAsync("Byron");
        await Check(page, page.GetByText("This customer may exist already"));
        await page.GotoAsync($"/customers/{customer}");
        await Check(page, page.GetByRole(AriaRole.Tabpanel).GetByText("Printer is silent").First);
        await CheckImport(page);
        foreach (var (path, title) in ((string, string)[])[("profile", "Profile"), ("tokens", "Access tokens"), ("users", "Users"), ("teams", "Teams"), ("roles", "Roles"), ("security-log", "Security log"), ("fields", "Customer fields"), ("privacy", "Privacy requests"), ("mail", "Mail"), ("dead-letters", "Dead letters")])
        {
            await page.GotoAsync($"/settings/{path}");
            await Check(page, page.Heading(title));
        }

        await CheckRights(page, $"{scheme} {width}");
        await CheckFields(page, admin, $"{scheme} {width}");
        await page.GotoAsync("/settings/tokens");
        await page.Button("New token").ClickAsync();
        await Check(page, page.DialogNamed("New token"));
        await page.GotoAsync("/nothing/here");
        await Check(page, page.Heading("There is nothing at this address"));
        Violations.ShouldBeEmpty();
    }

    private async Task CheckRights(IPage page, string label)
    {
        await page.GotoAsync("/settings/profile");
        await Check(page, page.GetByText("This one"));
        await page.GotoAsync("/settings/roles");
        await page.Button("New role").ClickAsync();
        await page.DialogNamed("New role").GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync($"Role {label}");
        await page.DialogNamed("New role").GetByRole(AriaRole.Combobox, new() { Name = "See tickets" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Own" }).ClickAsync();
        await Check(page, page.DialogNamed("New role").GetByText("Built-in role: Teams"));
        await page.Button("Create").ClickAsync();
        await Check(page, page.GetByRole(AriaRole.Columnheader, new() { Name = $"Role {label}" }));
        await page.GotoAsync("/settings/security-log");
        await page.Button("Role changed").First.ClickAsync();
        await Check(page, page.GetByText("based on Agent").First);
        await page.GotoAsync("/settings/teams");
        await page.Button("New team").ClickAsync();
        await Check(page, page.DialogNamed("New team").GetByText("Others at this desk"));
    }

    private async Task CheckFields(IPage page, GraphQLClient admin, string label)
    {
        const string change = "mutation($input: UpdateCustomFieldInput!) { updateCustomField(input: $input) { customField { id } errors { message } } }";
        await admin.Mutate("mutation($l: String!) { createCustomField(input: { label: $l, type: CHOICE, choices: [\"Basic\", \"Plus\"] }) { customField { id } errors { message } } }", new { l = label });
        var old = (await admin.Mutate("mutation($l: String!) { createCustomField(input: { label: $l }) { customField { id } errors { message } } }", new { l = $"Old {label}" })).GetProperty("customField").Id();
        await admin.Mutate(change, new { input = new { customFieldId = old, archived = true } });
        await page.GotoAsync("/settings/fields");
        await Check(page, page.Button($"Restore Old {label}"));
        await page.Button($"Edit {label}").ClickAsync();
        await Check(page, page.DialogNamed($"Edit {label}"));
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

    private static async Task<string> Invited(GraphQLClient admin)
    {
        var made = await admin.Mutate(
            "mutation($e: String!) { inviteUser(input: { email: $e, name: \"Eve\", roles: [\"Agent\"], teamIds: [] }) { link errors { message } } }", new { e = $"{Guid.NewGuid():N}@example.com" });
        return new Uri(made.Text("link")!).PathAndQuery;
    }
}
