using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>Who was erased is recognised and not written to again.</summary>
public sealed class SuppressionFeatures
{
    private static readonly (string, string) AtOnce = ("Privacy:ErasureDelay", "00:00:00");

    [Theory]
    [EachEngine]
    public async Task An_address_is_recognised_whatever_its_case_and_kept_only_as_a_keyed_hash(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine, settings: AtOnce);
        using var admin = await server.AsAdmin();
        var bird = await Erased(server, admin);
        string[] asked = [bird.Email.ToUpperInvariant(), "mail.ZQ1XV@EXAMPLE.ORG", bird.Phone.Replace(" ", "-", StringComparison.Ordinal), "somebody@example.org", "no address"];
        (await server.InScope((services, _) => services.GetRequiredService<ICustomers>().IsSuppressed(asked, TestContext.Current.CancellationToken))).ShouldBe(asked[..3], ignoreOrder: true);
        var kept = await server.InScope((_, db) => db.SuppressedContacts.ToListAsync());
        kept.Count.ShouldBe(2);
        var email = EmailAddress.Parse(bird.Email);
        var plain = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(email.Key)));
        kept.ShouldAllBe(k => k.Hash.Length == 64 && k.Hash != plain && k.Reason == SuppressionReason.Erased);
        await EveryValue.IsGone(server, [email.Key]);
    }

    [Fact]
    public async Task An_import_warns_of_the_row_and_takes_it_only_when_that_is_allowed()
    {
        await using var server = await TestServer.Start(settings: AtOnce);
        using var admin = await server.AsAdmin();
        var bird = await Erased(server, admin);
        var csv = $"Name;E-Mail\nSomebody New;{bird.Email.ToUpperInvariant()}\nAnother;another@example.org\n";
        var import = await Import(admin, csv, allow: false, "checkImport");
        import.ToString().ShouldContain("\"createdRows\":1,\"refusedRows\":1");
        import.GetProperty("problems").GetProperty("nodes").EnumerateArray().Select(p => (p.GetProperty("row").GetInt32(), p.Text("code"))).ShouldBe([(2, "SUPPRESSED")]);
        (await Import(admin, csv, allow: false, "runImport")).ToString().ShouldContain("\"createdRows\":1,\"refusedRows\":1");
        (await Import(admin, csv, allow: true, "runImport")).ToString().ShouldContain("\"createdRows\":1,\"refusedRows\":0");
        (await admin.Query("{ customers(search: \"Somebody New\") { totalCount } }")).GetProperty("customers").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_come_back_by_themselves_is_nobody_an_import_warns_of()
    {
        await using var server = await TestServer.Start(settings: AtOnce);
        using var admin = await server.AsAdmin();
        var bird = await Erased(server, admin);
        await admin.Ticket("I am back", customerName: "Back Again", customerEmail: bird.Email);
        var import = await Import(admin, $"Name;E-Mail\nBack Again;{bird.Email}\n", allow: false, "checkImport");
        import.ToString().ShouldContain("\"createdRows\":0,\"refusedRows\":0");
    }

    [Fact]
    public async Task A_wrong_or_missing_key_stops_the_start_and_says_so()
    {
        const string right = "a-secret-of-more-than-32-characters";
        await using var server = await TestServer.Start(settings: [AtOnce, ("Privacy:HashKey", right)]);
        using var admin = await server.AsAdmin();
        await Erased(server, admin);
        (await Started(server, right)).ShouldBeNull();
        (await Started(server, "another-secret-of-more-than-32-chars")).ShouldNotBeNull().ShouldStartWith("Privacy:HashKey is not the key");
        (await Started(server, "")).ShouldNotBeNull().ShouldStartWith("Privacy:HashKey is missing");
    }

    [Fact]
    public async Task A_key_made_by_the_server_stays_in_use()
    {
        await using var server = await TestServer.Start(settings: AtOnce);
        using var admin = await server.AsAdmin();
        await Erased(server, admin);
        (await Started(server, "")).ShouldBeNull();
        (await Started(server, "a-secret-of-more-than-32-characters")).ShouldNotBeNull().ShouldStartWith("Privacy:HashKey must stay empty");
    }

    [Fact]
    public async Task A_short_key_is_refused_by_name()
    {
        var wrong = await Should.ThrowAsync<OptionsValidationException>(() => TestServer.Start(settings: ("Privacy:HashKey", "short")));
        wrong.Message.ShouldContain("HashKey");
    }

    /// <summary>Why a process with this key would not start on the same database; null when it would.</summary>
    private static async Task<string?> Started(TestServer server, string key)
    {
        try
        {
            await new CheckSuppressionKey(server.Services, Options.Create(new PrivacyOptions { HashKey = key })).StartAsync(CancellationToken.None);
            return null;
        }
        catch (OptionsValidationException wrong)
        {
            return wrong.Failures.Single();
        }
    }

    private static async Task<Canary> Erased(TestServer server, GraphQLClient admin)
    {
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        await server.DeliverEvents();
        await Privacy.Erased(admin, bird);
        return bird;
    }

    private static async Task<JsonElement> Import(GraphQLClient admin, string csv, bool allow, string action)
    {
        var file = await admin.Upload("people.csv", Encoding.UTF8.GetBytes(csv), "text/csv");
        var id = (await admin.Mutate("mutation($f: ID!) { createImport(input: { fileId: $f }) { import { id } errors { message } } }", new { f = file })).GetProperty("import").Id();
        string[] targets = ["name", "email"];
        await admin.Mutate("mutation($input: ConfigureImportInput!) { configureImport(input: $input) { errors { message } } }", new { input = new { importId = id, allowSuppressed = allow, mappings = targets.Select((target, column) => new { column, target }) } });
        await admin.Mutate($"mutation($i: ID!) {{ {action}(input: {{ importId: $i }}) {{ errors {{ message }} }} }}", new { i = id });
        var import = default(JsonElement);
        await Privacy.Until(async () => (import = (await admin.Query("query($i: ID!) { import(id: $i) { state createdRows refusedRows problems(first: 10) { nodes { row code } } } }", new { i = id })).GetProperty("import")).Text("state") is "DONE" or "CHECKED");
        return import;
    }
}
