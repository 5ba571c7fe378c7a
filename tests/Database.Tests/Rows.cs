using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>What must be alike on every engine: order, paging, search, numbers, visibility, outbox, audit.</summary>
public sealed class Rows
{
    private const string Page = "query($first: Int, $after: String, $last: Int, $before: String, $order: TicketOrder) { tickets(first: $first, after: $after, last: $last, before: $before, order: $order) { nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }";

    [Theory]
    [EachEngine]
    public async Task Paging_forward_and_back_gives_every_row_once_in_the_order_of_the_list(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine, new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero)));
        var admin = await server.AsAdmin();
        for (var i = 0; i < 23; i++)
        {
            // Every third ticket shares its moment with the one before: ties must not repeat or lose rows.
            if (i % 3 != 2)
            {
                server.Clock!.Advance(TimeSpan.FromMilliseconds(1));
            }

            await admin.Ticket($"ticket {i}", customerName: null, more: new { priority = i % 2 == 0 ? "HIGH" : "LOW" });
        }

        foreach (var order in new[] { new { by = "CREATED_AT", direction = "DESC" }, new { by = "PRIORITY", direction = "ASC" }, new { by = "DUE_AT", direction = "ASC" } })
        {
            var all = Numbers((await admin.Query(Page, new { first = 100, order })).GetProperty("tickets"));
            all.Count.ShouldBe(23);
            (await Walk(admin, order, forward: true)).ShouldBe(all, $"{order} forward");
            (await Walk(admin, order, forward: false)).ShouldBe(all, $"{order} backward");
        }
    }

    [Theory]
    [EachEngine]
    public async Task Search_finds_words_without_accents_and_case_by_their_beginning(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        await admin.Ticket("Café machine", body: "Der Kaffee schmeckt ärgerlich bitter.", customerName: "Zoë Müller");
        await admin.Ticket("Teapot", body: "87% fine, o'really \"quoted\" -- no", customerName: "Bob");
        foreach (var (text, count) in new[] { ("CAFE", 1), ("kaffee arger", 1), ("müll", 1), ("MULL", 1), ("teapot machine", 0), ("o'really", 1), ("\"quoted\" OR", 0), ("87%", 1), ("%", 2), ("'; DROP TABLE x", 0), ("fine*", 1) })
        {
            (await admin.Query("query($s: String) { tickets(search: $s) { totalCount } }", new { s = text })).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(count, text);
        }
    }

    [Theory]
    [EachEngine]
    public async Task Case_numbers_are_never_given_twice_however_many_write_at_once(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => admin.Ticket($"parallel {i}")));
        tickets.Select(t => t.GetProperty("number").GetInt64()).Distinct().Count().ShouldBe(24);
    }

    [Theory]
    [EachEngine]
    public async Task Those_who_change_one_ticket_at_once_without_naming_a_version_all_succeed(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var ticket = await admin.Ticket();
        const string reply = "mutation($id: ID!, $body: String!) { replyToTicket(input: { ticketId: $id, body: $body }) { message { id } errors { code message } } }";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.Send(reply, new { id = ticket.Id(), body = $"reply {i}" })));
        answers.SelectMany(a => a.GetProperty("data").GetProperty("replyToTicket").GetProperty("errors").EnumerateArray()).ShouldBeEmpty();
    }

    [Theory]
    [EachEngine]
    public async Task Of_two_who_change_the_same_version_one_is_told(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var ticket = await admin.Ticket();
        const string change = "mutation($id: ID!, $v: Long!, $p: TicketPriority!) { updateTicket(input: { ticketId: $id, priority: $p, expectedVersion: $v }) { ticket { version } errors { code } } }";
        var version = ticket.GetProperty("version").GetInt64();
        string[] priorities = ["HIGH", "URGENT"];
        var answers = await Task.WhenAll(priorities.Select(p => admin.Send(change, new { id = ticket.Id(), v = version, p })));
        answers.Select(a => a.GetProperty("data").GetProperty("updateTicket").GetProperty("errors").GetArrayLength()).Order().ShouldBe([0, 1]);
    }

    [Theory]
    [EachEngine]
    public async Task Every_event_reaches_its_reaction_once_with_two_relays_at_work(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var ticket = await admin.Ticket("busy", customerEmail: "busy@example.com");
        for (var i = 0; i < 20; i++)
        {
            await admin.Mutate("mutation($id: ID!, $b: String!) { replyToTicket(input: { ticketId: $id, body: $b }) { ticket { id } errors { message } } }", new { id = ticket.Id(), b = $"answer {i}" });
        }

        await Task.WhenAll(server.DeliverEvents(), server.DeliverEvents());
        await server.DeliverEvents();
        var states = await server.InScope((_, db) => db.Outbox.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        states.ShouldHaveSingleItem().Key.ShouldBe(OutboxState.Done);
        var texts = (await admin.Query("query($id: ID!) { ticket(id: $id) { customer { timeline(first: 100) { nodes { text } } } } }", new { id = ticket.Id() }))
            .GetProperty("ticket").GetProperty("customer").GetProperty("timeline").GetProperty("nodes").EnumerateArray().Select(n => n.Text("text")).Where(t => t?.StartsWith("answer", StringComparison.Ordinal) == true).ToList();
        texts.Count.ShouldBe(20);
        texts.Distinct().Count().ShouldBe(20);
    }

    [Theory]
    [EachEngine]
    public async Task A_reaction_that_keeps_failing_ends_among_the_dead_letters_and_can_be_replayed(DatabaseProvider engine)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(engine, clock);
        await server.InScope(async (_, db) =>
        {
            db.Add(new OutboxMessage(new DeadLetterId(Guid.CreateVersion7()), "Gone", "NoSuchReaction", "{}", clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        for (var i = 0; i < OutboxMessage.MaxAttempts; i++)
        {
            await server.DeliverEvents();
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        var admin = await server.AsAdmin();
        var dead = (await admin.Query("{ deadLetters { nodes { id reaction attempts lastError } } }")).GetProperty("deadLetters").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        dead.Text("reaction").ShouldBe("NoSuchReaction");
        dead.GetProperty("attempts").GetInt32().ShouldBe(10);
        dead.Text("lastError")!.ShouldContain("NoSuchReaction");
        await admin.Mutate("mutation($id: ID!) { replayDeadLetter(input: { deadLetterId: $id }) { deadLetter { attempts } errors { message } } }", new { id = dead.Id() });
        (await admin.Query("{ deadLetters { totalCount } }")).GetProperty("deadLetters").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Theory]
    [EachEngine]
    public async Task Without_a_caller_no_row_is_seen_and_the_system_sees_all(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        await admin.Ticket();
        foreach (var entity in await server.InScope((_, db) => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.GetDeclaredQueryFilters().Count > 0).Select(e => e.ClrType).ToList())))
        {
            (await Count(server, entity, Caller.Nobody)).ShouldBe(0, entity.Name);
            (await Count(server, entity, Caller.Customer)).ShouldBe(0, entity.Name);
        }

        (await server.InScope((_, db) => db.AuditEntries.CountAsync(e => e.Entity == "Ticket" && e.Action == "created"))).ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task A_failed_transaction_leaves_nothing_behind(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        await Should.ThrowAsync<InvalidOperationException>(() => server.InScope<int>((_, db) => db.InTransaction<int>(
            async () =>
            {
                db.Add(new OutboxMessage(new DeadLetterId(Guid.CreateVersion7()), "X", "Y", "{}", DateTimeOffset.UnixEpoch.AddYears(200)));
                await db.SaveChangesAsync();
                throw new InvalidOperationException("half way");
            },
            CancellationToken.None)));
        (await server.InScope((_, db) => db.Outbox.CountAsync(m => m.Event == "X"))).ShouldBe(0);
    }

    private static Task<int> Count(TestServer server, Type entity, Caller caller) => server.InScope(
        (_, db) => (Task<int>)typeof(Rows).GetMethod(nameof(CountOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(entity).Invoke(null, [db])!, caller);

    private static Task<int> CountOf<T>(CrmDb db) where T : class => db.Set<T>().CountAsync();

    private static async Task<List<long>> Walk(GraphQLClient client, object order, bool forward)
    {
        var seen = new List<long>();
        string? cursor = null;
        while (true)
        {
            var page = (await client.Query(Page, forward ? new { first = (int?)4, after = cursor, last = (int?)null, before = (string?)null, order } : new { first = (int?)null, after = (string?)null, last = (int?)4, before = cursor, order })).GetProperty("tickets");
            page.GetProperty("totalCount").GetInt32().ShouldBe(23);
            seen.InsertRange(forward ? seen.Count : 0, Numbers(page));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
            {
                return seen;
            }

            cursor = info.Text(forward ? "endCursor" : "startCursor");
        }
    }

    private static List<long> Numbers(JsonElement page) => [.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("number").GetInt64())];
}
