using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>A copy of everything that is kept of a customer (GDPR, articles 15 and 20).</summary>
public sealed class ExportFeatures
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine]
    public async Task An_export_holds_every_value_of_the_customer_and_the_files_and_nothing_of_others(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var other = await Canary.Live(server, admin, "wk22jb", "+49 30 66002266");
        var url = await Exported(admin, bird);
        var (json, files) = await Open(admin, url);
        var all = json + string.Join('\n', files.Select(f => $"{f.Key} {f.Value}"));
        bird.Words.Where(w => !all.Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        other.Words.Where(w => all.Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        using var tree = JsonDocument.Parse(json);
        tree.RootElement.Text("format").ShouldBe("servicecrm-personal-data");
        var sent = tree.RootElement.GetProperty("tickets").GetProperty("tickets")[0].GetProperty("messages")[0].GetProperty("files").EnumerateArray().ToList();
        sent.Count.ShouldBe(2);
        sent.ShouldAllBe(f => files.ContainsKey(f.Text("path")!));
        tree.RootElement.GetProperty("customers").GetProperty("orders")[0].GetProperty("total").GetProperty("amountMinor").GetInt64().ShouldBe(12345);
    }

    [Fact]
    public async Task The_download_is_for_who_may_see_everything_in_it_and_is_noted()
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var url = await Exported(admin, bird);
        (await Status(server.AsNobody(), url)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(await server.As(Roles.Agent), url)).ShouldBe(HttpStatusCode.Forbidden);
        using var manager = await server.As(Roles.Manager);
        (await Status(manager, url)).ShouldBe(HttpStatusCode.OK);
        (await Status(manager, $"/privacy-requests/{GraphQL.GlobalId.Encode("PrivacyRequest", Guid.CreateVersion7())}/export.zip")).ShouldBe(HttpStatusCode.NotFound);
        (await Status(manager, "/privacy-requests/nonsense/export.zip")).ShouldBe(HttpStatusCode.NotFound);
        var fetched = (await admin.Query("{ privacyRequests { nodes { fetchedAt fetchedBy { name } } } }")).GetProperty("privacyRequests").GetProperty("nodes")[0];
        fetched.GetProperty("fetchedBy").Text("name").ShouldStartWith("Manager");
    }

    [Theory]
    [InlineData("customers.contact.read")]
    [InlineData("customers.note.read")]
    [InlineData("customers.money.read")]
    public async Task Who_does_not_see_a_part_of_customers_gets_no_export(string without)
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        string[] grants = ["access.profile.change", "customers.customer.read", "customers.contact.read", "customers.note.read", "customers.money.read", "customers.privacy.manage"];
        var role = (await admin.Mutate(
            "mutation($input: CreateRoleInput!) { createRole(input: $input) { role { key } errors { message } } }",
            new { input = new { name = "Half blind", basedOn = "Manager", grants = grants.Except([without]).Select(g => new { permission = g, scope = "ALL" }) } })).GetProperty("role").Text("key")!;
        using var blind = await server.As(role);
        (await blind.Refused(Privacy.Export, Privacy.WishOfExport(bird))).Text("code").ShouldBe("NOT_ALLOWED");
        var url = await Exported(admin, bird);
        (await Status(blind, url)).ShouldBe(HttpStatusCode.Forbidden);
        (await blind.Query("{ privacyRequests { nodes { downloadUrl } } }")).ToString().ShouldContain("\"downloadUrl\":null");
    }

    [Fact]
    public async Task Who_does_not_see_all_tickets_of_the_customer_is_told_that_somebody_else_must_ask()
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var url = await Exported(admin, bird);
        using var manager = await server.As(Roles.Manager);
        (await Status(manager, url)).ShouldBe(HttpStatusCode.OK);
        var me = (await admin.Query("{ viewer { id } }")).GetProperty("viewer").Id();
        var desk = (await admin.Mutate("mutation($m: [ID!]!) { createTeam(input: { name: \"Board\", confidential: true, memberIds: $m }) { team { id } errors { message } } }", new { m = new[] { me } })).GetProperty("team").Id();
        await admin.Mutate("mutation($t: ID!, $d: ID!) { assignTicket(input: { ticketId: $t, teamId: $d }) { errors { message } } }", new { t = bird.Ticket, d = desk });
        (await manager.Refused(Privacy.Export, Privacy.WishOfExport(bird))).Text("code").ShouldBe("EXPORT_NOT_POSSIBLE");
        (await Status(manager, url)).ShouldBe(HttpStatusCode.Conflict);
        (await Status(admin, url)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_export_expires_after_seven_days_and_its_content_goes()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1));
        await using var server = await TestServer.Start(clock: clock);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var url = await Exported(admin, bird);
        var sha = await server.InScope((_, db) => db.Files.Where(f => f.OwnerKind == PrivacyRequestId.TypeName).Select(f => f.Sha256).SingleAsync(Ct));
        clock.Advance(TimeSpan.FromDays(7));
        (await Status(admin, url)).ShouldBe(HttpStatusCode.NotFound);
        await server.InScope(async (services, db) =>
        {
            await RemoveExpiredExports.Run(db, services.GetRequiredService<FileStore>(), clock, Ct);
            return 0;
        });
        (await server.InScope((_, db) => db.Files.AnyAsync(f => f.OwnerKind == PrivacyRequestId.TypeName, Ct))).ShouldBeFalse();
        Directory.EnumerateFiles(server.DataDirectory, sha, SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erasure_takes_earlier_exports_along()
    {
        await using var server = await TestServer.Start(settings: ("Privacy:ErasureDelay", "00:00:00"));
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        await server.DeliverEvents();
        var url = await Exported(admin, bird);
        await Privacy.Erased(admin, bird);
        (await Status(admin, url)).ShouldBe(HttpStatusCode.NotFound);
        await Privacy.Until(() => Task.FromResult(Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories).All(f => !IsZip(f))));
    }

    [Fact]
    public async Task An_export_of_a_killed_process_is_made_anew()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1));
        await using var server = await TestServer.Start(clock: clock);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var id = await server.InScope(async (_, db) =>
        {
            var wish = new PrivacyWish(PrivacyKind.Export, bird.Key, PrivacyAskedBy.Customer, PrivacyAskedVia.Email, "Letter", clock.GetUtcNow());
            var request = PrivacyRequest.Record(wish, null, clock.GetUtcNow(), TimeSpan.Zero);
            request.Take("a process that was killed", clock.GetUtcNow() + PrivacySteps.Lease, clock.GetUtcNow());
            db.Add(request);
            await db.SaveChangesAsync(Ct);
            return GraphQL.GlobalId.Encode(PrivacyRequestId.TypeName, request.Id.Value);
        });
        clock.Advance(PrivacySteps.Lease + TimeSpan.FromSeconds(1));
        await server.Services.GetRequiredService<PrivacyQueue>().Wake();
        var over = await Privacy.Over(admin, id);
        over.Text("state").ShouldBe("DONE", over.ToString());
        (await Open(admin, over.Text("downloadUrl")!)).Json.ShouldContain("Familyzq1xv");
    }

    private static bool IsZip(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }

    private static async Task<string> Exported(GraphQLClient client, Canary bird)
    {
        var asked = (await client.Mutate(Privacy.Export, Privacy.WishOfExport(bird))).GetProperty("privacyRequest");
        var over = await Privacy.Over(client, asked.Id());
        over.Text("state").ShouldBe("DONE", over.ToString());
        return over.Text("downloadUrl").ShouldNotBeNull();
    }

    private static async Task<HttpStatusCode> Status(GraphQLClient client, string url)
    {
        using var answer = await client.Http.GetAsync(new Uri(url, UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private static async Task<(string Json, Dictionary<string, string> Files)> Open(GraphQLClient client, string url)
    {
        using var content = new MemoryStream(await client.Http.GetByteArrayAsync(new Uri(url, UriKind.Relative), Ct));
        await using var zip = new ZipArchive(content);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Ct), Encoding.UTF8);
            files[entry.FullName] = await reader.ReadToEndAsync(Ct);
        }

        files.Remove(ExportArchive.Data, out var json).ShouldBeTrue();
        return (json!, files);
    }
}
