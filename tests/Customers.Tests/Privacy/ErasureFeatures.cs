using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>Erasure of a customer across all modules (GDPR, article 17).</summary>
public sealed class ErasureFeatures
{
    private static readonly string[] Grants = ["access.profile.change", "customers.customer.read", "customers.contact.read", "customers.note.read", "customers.money.read", "customers.privacy.manage"];

    private static readonly (string, string) AtOnce = ("Privacy:ErasureDelay", "00:00:00");

    [Theory]
    [EachEngine]
    public async Task After_an_erasure_no_value_of_the_customer_is_left_in_any_table_or_file_and_others_are_untouched(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine, settings: AtOnce);
        using var admin = await server.AsAdmin();
        var gone = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var stays = await Canary.Live(server, admin, "wk22jb", "+49 30 66002266");
        await gone.Solve(admin);
        await server.DeliverEvents();
        (await EveryValue.Find(server, gone.Words)).Select(f => f.Word).Distinct().ShouldBe(gone.Words, ignoreOrder: true, "a value that is nowhere proves nothing");
        var before = await EveryValue.FindInRowsAndFiles(server, stays.Words);
        before.Select(f => f.Word).Distinct().ShouldBe(stays.Words, ignoreOrder: true);

        var request = await Privacy.Erased(admin, gone);

        await EveryValue.IsGone(server, [.. gone.Words, gone.Phone.Replace(" ", "", StringComparison.Ordinal), gone.Token]);
        (await EveryValue.FindInRowsAndFiles(server, stays.Words)).ShouldBe(before, ignoreOrder: true);
        request.GetProperty("customer").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_case_stays_for_statistics_without_words_and_without_a_way_in()
    {
        await using var server = await TestServer.Start(settings: AtOnce);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        await server.DeliverEvents();
        const string facts = "number status type channel messageCount createdAt solvedAt firstRespondedAt";
        const string all = $"query($t: ID!) {{ ticket(id: $t) {{ {facts} subject preview customerName customer {{ id }} trackingUrl erasedAt tags messages {{ nodes {{ body authorKind authorName files {{ id }} }} }} history {{ nodes {{ changes {{ field from to }} }} }} }} }}";
        var before = await admin.Query($"query($t: ID!) {{ ticket(id: $t) {{ {facts} }} }}", new { t = bird.Ticket });

        await Privacy.Erased(admin, bird);

        (await admin.Query($"query($t: ID!) {{ ticket(id: $t) {{ {facts} }} }}", new { t = bird.Ticket })).ToString().ShouldBe(before.ToString());
        var ticket = (await admin.Query(all, new { t = bird.Ticket })).GetProperty("ticket");
        (ticket.Text("subject"), ticket.Text("customerName"), ticket.Text("trackingUrl")).ShouldBe(("(erased)", "", null));
        ticket.GetProperty("messages").GetProperty("nodes").EnumerateArray().ShouldAllBe(m => m.Text("body") == "(erased)" && m.GetProperty("files").GetArrayLength() == 0);
        var changes = ticket.GetProperty("history").GetProperty("nodes").EnumerateArray().SelectMany(h => h.GetProperty("changes").EnumerateArray()).ToList();
        changes.Single(c => c.Text("field") == "type").Text("to").ShouldBe("Complaint");
        changes.Where(c => c.Text("field") == "subject").ShouldAllBe(c => c.Text("from") == null && c.Text("to") == null);
        using var portal = new GraphQLClient(server.Url) { Path = "/portal/graphql" };
        (await portal.Query("query($t: String!) { trackedRequest(token: $t) { number } }", new { t = bird.Token })).GetProperty("trackedRequest").ValueKind.ShouldBe(JsonValueKind.Null);
        (await admin.Query("{ tickets(search: \"subjectzq1xv\") { nodes { id } } }")).GetProperty("tickets").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_report_counts_by_module_what_was_removed_anonymised_and_kept_and_why()
    {
        await using var server = await TestServer.Start(settings: AtOnce);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        await server.DeliverEvents();
        var report = (await Privacy.Erased(admin, bird)).GetProperty("report").EnumerateArray().ToDictionary(m => m.Text("module")!, m => m.GetProperty("things").EnumerateArray().ToDictionary(t => t.Text("kind")!));
        report.Keys.ShouldBe(["Mail", "Tickets", "Customers"], ignoreOrder: true);
        report["Mail"]["mails"].GetProperty("removed").GetInt32().ShouldBe(2);
        report["Tickets"]["tickets"].ToString().ShouldBe("""{"kind":"tickets","removed":0,"anonymised":1,"kept":1,"why":"statistics"}""");
        report["Tickets"]["messages"].GetProperty("anonymised").GetInt32().ShouldBe(3);
        report["Tickets"]["files"].GetProperty("removed").GetInt32().ShouldBe(2);
        foreach (var (kind, count) in new[] { ("customer", 1), ("contactPoints", 2), ("customValues", 1), ("notes", 1), ("orders", 1), ("beforeImports", 1), ("importRows", 2), ("importProblems", 1) })
        {
            report["Customers"][kind].GetProperty("removed").GetInt32().ShouldBe(count, kind);
        }

        (await admin.Query("{ securityLog(filter: { kinds: [\"privacy.requested\", \"privacy.erased\"] }) { nodes { kind subjectName details } } }")).ToString().ShouldNotContain("zq1xv", Case.Insensitive);
        report["Customers"]["suppressed"].ToString().ShouldBe("""{"kind":"suppressed","removed":0,"anonymised":0,"kept":2,"why":"suppression"}""");
    }

    [Theory]
    [EachEngine]
    public async Task An_erasure_killed_between_two_modules_is_taken_over_and_finished(DatabaseProvider engine)
    {
        // Ahead of the clock of the disk: a content written after its row looks like one that somebody else has just sent.
        var clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1));
        await using var server = await TestServer.Start(engine, clock);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        await server.DeliverEvents();
        var id = (await admin.Mutate(Privacy.Erase, Privacy.Wish(bird))).GetProperty("privacyRequest").Id();

        await KillAfterTheFirstModule(server, bird);

        var half = await Privacy.Get(admin, id);
        half.Text("state").ShouldBe("RUNNING");
        half.GetProperty("report").EnumerateArray().Select(m => m.Text("module")).ShouldBe(["Tickets"]);
        (await EveryValue.Find(server, ["firstzq1xv"])).Select(f => f.Where).ShouldAllBe(w => !w.Contains("messages", StringComparison.Ordinal));
        (await server.InScope((_, db) => db.Customers.AnyAsync(c => c.Id == bird.Key))).ShouldBeTrue();

        clock.Advance(PrivacySteps.Lease + TimeSpan.FromSeconds(1));
        await server.Services.GetRequiredService<PrivacyQueue>().Wake();
        var over = await Privacy.Over(admin, id);
        over.Text("state").ShouldBe("DONE", over.ToString());
        over.GetProperty("report")[0].GetProperty("things")[0].GetProperty("anonymised").GetInt32().ShouldBe(1, "what the killed process did is not done or counted again");
        await EveryValue.IsGone(server, bird.Words);
    }

    [Fact]
    public async Task Open_tickets_stand_in_the_way_and_are_named()
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await admin.Ticket("Another one", customerName: null, more: new { customerId = bird.Id });
        var refused = await admin.Refused(Privacy.Erase, Privacy.Wish(bird));
        (refused.Text("__typename"), refused.Text("code"), refused.Text("message")).ShouldBe(("RuleBrokenError", "ERASURE_NOT_POSSIBLE", "Close the 2 open tickets first."));
        (await admin.Query("{ privacyRequests { nodes { id } } }")).GetProperty("privacyRequests").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_ticket_opened_while_the_erasure_waits_refuses_it_and_nothing_is_lost()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.Start(clock: clock);
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        var id = (await admin.Mutate(Privacy.Erase, Privacy.Wish(bird))).GetProperty("privacyRequest").Id();
        await admin.Ticket("Late", customerName: null, more: new { customerId = bird.Id });
        await server.DeliverEvents();
        clock.Advance(TimeSpan.FromHours(2));
        await server.Services.GetRequiredService<PrivacyQueue>().Wake();
        var over = await Privacy.Over(admin, id);
        (over.Text("state"), over.Text("outcome")).ShouldBe(("REFUSED", "Close the open ticket first."));
        over.GetProperty("report").GetArrayLength().ShouldBe(0);
        (await admin.Query("query($c: ID!) { customer(id: $c) { displayName } }", new { c = bird.Id })).GetProperty("customer").Text("displayName").ShouldBe(bird.Name);
    }

    [Fact]
    public async Task It_needs_the_name_typed_a_reference_without_personal_data_and_can_be_cancelled_until_it_begins()
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        await bird.Solve(admin);
        (await admin.Refused(Privacy.Erase, new { input = new { customerId = bird.Id, confirmation = "Somebody Else", reference = "Letter" } })).GetProperty("path").EnumerateArray().Select(p => p.GetString()).Last().ShouldBe("confirmation");
        foreach (var text in new[] { $"Mail of {bird.Name}", $"from {bird.Email}", $"called from {bird.Phone}", "" })
        {
            (await admin.Refused(Privacy.Erase, new { input = new { customerId = bird.Id, confirmation = bird.Name, reference = text } })).GetProperty("path").EnumerateArray().Select(p => p.GetString()).Last().ShouldBe("reference", text);
        }

        (await admin.Refused(Privacy.Erase, new { input = new { customerId = bird.Id, confirmation = bird.Name, reference = "Letter", receivedAt = "2099-01-01T00:00:00Z" } })).GetProperty("path").EnumerateArray().Select(p => p.GetString()).Last().ShouldBe("receivedAt");
        var request = (await admin.Mutate(Privacy.Erase, Privacy.Wish(bird))).GetProperty("privacyRequest");
        request.Text("state").ShouldBe("OPEN");
        request.GetProperty("dueAt").GetDateTimeOffset().ShouldBe(request.GetProperty("receivedAt").GetDateTimeOffset().AddMonths(1));
        (await admin.Refused(Privacy.Erase, Privacy.Wish(bird))).Text("code").ShouldBe("PRIVACY_REQUEST_OPEN");
        const string cancel = "mutation($id: ID!) { cancelPrivacyRequest(input: { privacyRequestId: $id }) { privacyRequest { state } errors { code } } }";
        (await admin.Mutate(cancel, new { id = request.Id() })).GetProperty("privacyRequest").Text("state").ShouldBe("CANCELLED");
        (await admin.Refused(cancel, new { id = request.Id() })).Text("code").ShouldBe("PRIVACY_REQUEST_STARTED");
    }

    [Fact]
    public async Task An_unknown_and_an_invisible_customer_answer_alike_and_who_lacks_the_permission_gets_nothing()
    {
        await using var server = await TestServer.Start();
        using var admin = await server.AsAdmin();
        var bird = await Canary.Live(server, admin, "zq1xv", "+49 30 77001177");
        var role = (await admin.Mutate(
            "mutation($input: CreateRoleInput!) { createRole(input: $input) { role { key } errors { message } } }",
            new { input = new { name = "Own privacy", basedOn = "Manager", grants = Grants.Select(g => new { permission = g, scope = g == "customers.customer.read" ? "OWN" : "ALL" }) } })).GetProperty("role");
        using var own = await server.As(role.Text("key")!);
        var unknown = new { input = new { customerId = GraphQL.GlobalId.Encode("Customer", Guid.CreateVersion7()), confirmation = bird.Name, reference = "Letter" } };
        var invisible = new { input = new { customerId = bird.Id, confirmation = bird.Name, reference = "Letter" } };
        (await own.Refused(Privacy.Erase, invisible)).ToString().ShouldBe((await own.Refused(Privacy.Erase, unknown)).ToString());
        var unknownExport = new { input = new { unknown.input.customerId, reference = "Letter" } };
        (await own.Refused(Privacy.Export, Privacy.WishOfExport(bird))).ToString().ShouldBe((await own.Refused(Privacy.Export, unknownExport)).ToString());
        using var agent = await server.As(Roles.Agent);
        (await agent.Send(Privacy.Erase, invisible)).GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("NOT_ALLOWED");
        (await agent.Send("{ privacyRequests { nodes { id } } }")).GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("NOT_ALLOWED");
    }

    /// <summary>Runs as a process that is cut off when its first module is committed, with its lease still held.</summary>
    private static async Task KillAfterTheFirstModule(TestServer server, Canary bird)
    {
        const string node = "a process that was killed";
        var clock = server.Services.GetRequiredService<TimeProvider>();
        var id = await server.InScope(async (_, db) =>
        {
            var request = await db.PrivacyRequests.SingleAsync(r => r.CustomerId == bird.Key);
            request.Take(node, clock.Now() + PrivacySteps.Lease, clock.Now());
            await db.SaveChangesAsync();
            return request.Id;
        });
        using var cut = new CancellationTokenSource();
        var feed = server.Services.GetRequiredService<ChangeFeed>();
        var told = feed.TellOtherNodes;
        feed.TellOtherNodes = changes => changes.Any(c => c.Entity == nameof(PrivacyRequest)) ? cut.CancelAsync() : Task.CompletedTask;
        await Should.ThrowAsync<OperationCanceledException>(() => server.Services.GetRequiredService<ErasureWork>().Run(id, node, cut.Token));
        feed.TellOtherNodes = told;
    }
}
