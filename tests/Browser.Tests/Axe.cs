using System.Text.Json;
using Microsoft.Playwright;

namespace ServiceCrm.Browser.Tests;

/// <summary>Asks axe-core what on a page keeps somebody out.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(WebPages.Axe));

    /// <returns>one line for each violation: the rule, what it says, where</returns>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        // Through the debugger, because the content security policy lets no script into the page.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script.Value);
        }

        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(v => v.nodes.map(n => ({ id: v.id, help: v.help, where: n.html.slice(0, 160), why: (n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? '' })))");
        return [.. found.EnumerateArray().Select(v => $"{Text(v, "id")}: {Text(v, "help")} · {Text(v, "why")} · {Text(v, "where")}")];
    }

    private static string? Text(JsonElement violation, string name) => violation.GetProperty(name).GetString();
}
