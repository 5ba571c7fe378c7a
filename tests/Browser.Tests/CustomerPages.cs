using Microsoft.Playwright;
using ServiceCrm.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class CustomerPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const string Create = "mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } errors { message } } }";

    [Fact]
    public async Task A_customer_who_may_be_known_already_is_pointed_out_before_a_second_one_is_made()
    {
        var agent = await Server.As("Agent");
        await Person(agent, "Ines", "Duplo", "ines@example.com");
        var page = (await Visit(agent, "/customers")).Page;
        await page.GetByRole(AriaRole.Banner).Or(page.GetByRole(AriaRole.Main)).GetByRole(AriaRole.Button, new() { Name = "New customer" }).First.ClickAsync();
        var dialog = page.DialogNamed("New customer");
        await dialog.GetByLabel("Given name").FillAsync("Inés");
        await dialog.GetByLabel("Family name").FillAsync("Duplo");
        await dialog.GetByLabel("E-mail").FillAsync("ines@example.com");
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("This customer may exist already");
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = "Ines Duplo" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create anyway" }).ClickAsync();
        await Expect(page.Heading("Inés Duplo")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_finds_as_one_types()
    {
        var agent = await Server.As("Agent");
        await Person(agent, "Søren", "Zander", "soeren@example.com");
        await Person(agent, "Tove", "Zobel", "tove@example.com");
        var page = (await Visit(agent, "/customers")).Page;
        var list = page.GetByRole(AriaRole.List, new() { Name = "Customers" });
        await page.GetByLabel("Name, e-mail, phone or number").PressSequentiallyAsync("soren zan");
        await Expect(page.GetByText("1 customer", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(list).ToContainTextAsync("Søren Zander");
        await Expect(list).Not.ToContainTextAsync("Tove Zobel");
        await page.GetByLabel("Name, e-mail, phone or number").FillAsync("nobody has this name");
        await Expect(page.GetByText("No customer matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_stands_on_the_customer_page_and_in_its_timeline()
    {
        var agent = await Server.As("Agent");
        var id = await Person(agent, "Mira", "Linie", "mira@example.com");
        await agent.Mutate(Story.OpenTicket, new { input = new { subject = "Where is my parcel", body = "It left a week ago.", customerId = id } });
        await Server.DeliverEvents();
        var page = (await Visit(agent, $"/customers/{id}")).Page;
        await Expect(page.Heading("Mira Linie")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Where is my parcel");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Notes" }).ClickAsync();
        await page.Field("Write a note for your colleagues…").FillAsync("Prefers calls in the morning.");
        await page.Button("Add note").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Listitem)).ToContainTextAsync("Prefers calls in the morning.");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Timeline" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Prefers calls in the morning.");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Tickets" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Where is my parcel");
    }

    private static async Task<string> Person(GraphQLClient client, string givenName, string familyName, string address) =>
        (await client.Mutate(Create, new { input = new { kind = "PERSON", givenName, familyName, emails = new[] { new { address, type = "WORK", primary = true } } } })).GetProperty("customer").Id();
}
