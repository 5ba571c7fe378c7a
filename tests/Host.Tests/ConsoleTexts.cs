using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>The console names by key what the server has: permissions and the events of the security log.</summary>
public sealed class ConsoleTexts
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    public async Task Every_permission_and_event_has_words_in_the_console(string language)
    {
        await using var server = await TestServer.Start();
        var ct = TestContext.Current.CancellationToken;
        using var texts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SchemaFiles.WebFolder(), "src", "ui", "locales", $"{language}.json"), ct));
        var permissions = server.Services.GetRequiredService<ModuleSet>().Modules.SelectMany(m => m.Permissions).Select(g => g.Permission.Name).ToList();

        permissions.ShouldNotBeEmpty();
        Without(texts.RootElement.GetProperty("permission"), permissions).ShouldBeEmpty();
        Without(texts.RootElement.GetProperty("securityEvent"), SecurityEvents.All).ShouldBeEmpty();
    }

    private static List<string> Without(JsonElement texts, IEnumerable<string> keys) =>
        [.. keys.Where(key => !texts.TryGetProperty(key.Replace('.', '_'), out var text) || text.GetString() is null or "")];
}
