using System.Text;
using Microsoft.Playwright;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class ImportPages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private const float LongWork = 120_000;

    /// <summary>Public sample data beside the working copy, or where the variable says; not part of the repository.</summary>
    private static readonly string Telco = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("SERVICECRM_SAMPLE_DATA") is { Length: > 0 } folder ? folder : Path.Combine(WebPages.Root, "..", "shared", "data"), "telco-customers.csv"));

    [Fact]
    public async Task A_file_with_umlauts_and_wrong_rows_goes_in_and_out_again()
    {
        var page = (await Visit(await Server.As("Manager"), "/customers/imports")).Page;
        var rows = new StringBuilder("Kundennummer;Name;E-Mail;Tarif\r\n")
            .Append("K1;Jürgen Groß;juergen@example.com;Plus\r\n")
            .Append("K2;Zoë Müller;kaputt;Basis\r\n")
            .AppendJoin("", Enumerable.Range(3, 3000).Select(i => $"K{i};Kundin Nummer {i};k{i}@example.com;Basis\r\n"));
        await page.GetByLabel("Choose a CSV file").SetInputFilesAsync(new FilePayload { Name = "kunden.csv", MimeType = "text/csv", Buffer = Encoding.Latin1.GetBytes(rows.ToString()) });

        await Expect(page.GetByText("3,002 rows read")).ToBeVisibleAsync();
        await Expect(page.GetByText("Jürgen Groß").First).ToBeVisibleAsync();
        await Expect(page.Field("Field for column Kundennummer")).ToHaveValueAsync("Customer number");
        await Expect(page.Field("Field for column E-Mail")).ToHaveValueAsync("E-mail");
        await page.Choose("Field for column Tarif", "New field…");
        await page.Field("Name of the new field for column Tarif").FillAsync("Vertrag");
        await page.Button("Check without changing anything").ClickAsync();

        await Expect(page.GetByText("1 problem found")).ToBeVisibleAsync(new() { Timeout = LongWork });
        var problem = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "kaputt" });
        await Expect(problem.GetByRole(AriaRole.Cell).Nth(0)).ToHaveTextAsync("3");
        await Expect(problem.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("E-Mail");

        await page.Button("Import 3,002 rows").ClickAsync();
        // At nought per cent the bar has no width, which counts as hidden, and a quick import is over before it has some.
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeAttachedAsync();
        await Expect(page.GetByRole(AriaRole.Status).GetByText("Done")).ToBeVisibleAsync(new() { Timeout = LongWork });
        var refused = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download refused rows").ClickAsync());
        (await File.ReadAllTextAsync(await refused.PathAsync())).ShouldContain("kaputt");

        await page.GetByText("Show customers").ClickAsync();
        await Expect(page.GetByText("3,001 customers")).ToBeVisibleAsync();
        await page.GetByLabel("Name, e-mail, phone or number").FillAsync("Jürgen");
        await page.Link("Jürgen Groß").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Profile" })).ToContainTextAsync("Vertrag");

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("Imports").ClickAsync();
        await page.Link("kunden.csv").ClickAsync();
        await page.Button("Undo import").ClickAsync();
        await page.DialogNamed("Undo this import?").GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).GetByText("Undone")).ToBeVisibleAsync(new() { Timeout = LongWork });
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("All customers").ClickAsync();
        await page.GetByLabel("Name, e-mail, phone or number").FillAsync("Kundin Nummer");
        await Expect(page.GetByText("No customer matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_telephone_company_comes_in_with_all_its_columns()
    {
        Assert.SkipUnless(File.Exists(Telco), $"{Telco} is not there");
        var page = (await Visit(await Server.As("Manager"), "/customers/imports")).Page;
        await page.GetByLabel("Choose a CSV file").SetInputFilesAsync(Telco);
        await Expect(page.GetByText("7,043 rows read")).ToBeVisibleAsync();
        await page.Button("New fields for the rest").ClickAsync();
        await page.Button("Check without changing anything").ClickAsync();
        await page.Button("Import 7,043 rows").ClickAsync(new() { Timeout = LongWork });
        // At nought per cent the bar has no width, which counts as hidden, and a quick import is over before it has some.
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeAttachedAsync();
        await Expect(page.GetByRole(AriaRole.Status).GetByText("Done")).ToBeVisibleAsync(new() { Timeout = LongWork });
        await page.GetByText("Show customers").ClickAsync();
        await page.GetByLabel("Name, e-mail, phone or number").FillAsync("7590-VHVEG");
        await page.GetByRole(AriaRole.List, new() { Name = "Customers" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Profile" })).ToContainTextAsync("Monthly charges");
    }
}
