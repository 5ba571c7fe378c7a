using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ServiceCrm.Browser.Tests;

public sealed class Languages(Chromium chromium, Site site) : BrowserTest(chromium, site), IClassFixture<Site>
{
    private static readonly (string Path, string Title)[] Pages =
    [
        ("/inbox/mine", "inbox.title"), ("/customers", "customers.title"), ("/customers/imports", "imports.title"),
        ("/settings/profile", "settings.profile"), ("/settings/tokens", "settings.tokens"), ("/settings/users", "settings.users"),
        ("/settings/teams", "settings.teams"), ("/settings/mail", "settings.mail"), ("/settings/dead-letters", "settings.deadLetters"),
    ];

    [Theory]
    [InlineData("de", "Deutsch", "ru-RU")]
    [InlineData("ru", "Русский", "de-DE")]
    public async Task The_language_of_the_profile_is_that_of_every_page(string code, string name, string browsers)
    {
        var texts = Texts("ui", code);
        var english = Texts("ui", "en");
        var admin = await Server.AsAdmin();
        var page = (await Visit(admin, "/settings/profile", new Look(Locale: browsers))).Page;
        await page.Choose("Language", name);
        await page.Button("Save").ClickAsync();
        await Expect(page.Heading(texts["settings.title"])).ToBeVisibleAsync();

        foreach (var (path, title) in Pages)
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = texts[title] }).First).ToBeVisibleAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", code);
            var lines = (await page.Locator("body").InnerTextAsync()).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            lines.ShouldNotContain(line => english.ContainsKey(line), $"a key stands on {path}");
            lines.Where(line => line.Contains(' ', StringComparison.Ordinal) && english.ContainsValue(line) && !texts.ContainsValue(line)).ShouldBeEmpty($"English stands on {path}");
        }

        await page.GotoAsync("/settings/profile");
        await page.Choose(texts["settings.language"], "English");
        await page.Button(texts["common.save"]).ClickAsync();
        await Expect(page.Heading(english["settings.title"])).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("ru-RU", "ru")]
    [InlineData("pt-BR", "en")]
    public async Task Who_is_not_signed_in_reads_the_language_of_the_browser(string browsers, string code)
    {
        var page = (await Visit("/sign-in", new Look(Locale: browsers))).Page;
        await Expect(page.Heading(Texts("ui", code)["signIn.title"])).ToBeVisibleAsync();
        await page.GotoAsync("/portal");
        await Expect(page.Heading(Texts("portal", code)["requestTitle"])).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", code);
    }

    /// <summary>A catalogue with its keys as the pages name them: <c>settings.title</c>.</summary>
    private static Dictionary<string, string> Texts(string folder, string language)
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(WebPages.Catalogue(folder, language)));
        return Flat(catalogue.RootElement, "").ToDictionary(t => t.Key, t => t.Text);
    }

    private static IEnumerable<(string Key, string Text)> Flat(JsonElement element, string prefix) => element.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Object ? Flat(p.Value, $"{prefix}{p.Name}.") : [(prefix + p.Name, p.Value.GetString()!)]);
}
