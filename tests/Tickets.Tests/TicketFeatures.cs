using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

/// <summary>A ticket's life through GraphQL on the real server.</summary>
public sealed class TicketFeatures : IAsyncLifetime
{
    private TestServer _server = null!;
    private GraphQLClient _agent = null!;
    private GraphQLClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_ticket_is_carried_from_question_to_solved()
    {
        var ticket = await _agent.Ticket();
        var answered = await _agent.Mutate(
            "mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"Please switch it off and on.\" }) { ticket { status firstRespondedAt messageCount preview } message { kind authorKind body } errors { message } } }",
            new { id = ticket.Id() });
        answered.GetProperty("ticket").Text("status").ShouldBe("OPEN");
        answered.GetProperty("ticket").Text("preview").ShouldBe("Please switch it off and on.");
        answered.GetProperty("message").Text("authorKind").ShouldBe("AGENT");

        var solved = await _agent.Mutate("mutation($id: ID!) { solveTicket(input: { ticketId: $id, note: \"Toner was empty.\" }) { ticket { status solvedAt assignee { name } messages(first: 10) { nodes { kind body } } } errors { message } } }", new { id = ticket.Id() });
        solved.GetProperty("ticket").Text("status").ShouldBe("SOLVED");
        solved.GetProperty("ticket").GetProperty("messages").GetProperty("nodes").EnumerateArray().Select(m => m.Text("kind")).ShouldBe(["PUBLIC", "PUBLIC", "NOTE"]);
    }

    [Fact]
    public async Task Case_numbers_count_up()
    {
        var first = (await _agent.Ticket()).GetProperty("number").GetInt64();
        var second = (await _agent.Ticket()).GetProperty("number").GetInt64();
        second.ShouldBe(first + 1);
    }

    [Fact]
    public async Task An_agent_who_saw_an_older_version_is_told_the_current_one()
    {
        var ticket = await _agent.Ticket();
        await _agent.Mutate("mutation($id: ID!) { updateTicket(input: { ticketId: $id, priority: HIGH }) { ticket { id } errors { message } } }", new { id = ticket.Id() });
        var refused = await _agent.Refused(
            "mutation($id: ID!, $v: Long!) { updateTicket(input: { ticketId: $id, priority: LOW, expectedVersion: $v }) { ticket { id } errors { __typename code ... on ConflictError { currentVersion } } } }",
            new { id = ticket.Id(), v = ticket.GetProperty("version").GetInt64() });
        refused.Text("__typename").ShouldBe("ConflictError");
        refused.GetProperty("currentVersion").GetInt64().ShouldBeGreaterThan(ticket.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task History_names_people_and_shows_before_and_after()
    {
        var ticket = await _agent.Ticket();
        await _agent.Mutate("mutation($id: ID!, $to: ID) { assignTicket(input: { ticketId: $id, assigneeId: $to }) { ticket { id } errors { message } } }", new { id = ticket.Id(), to = _admin.Me.Id() });
        var history = (await _agent.Query("query($id: ID!) { ticket(id: $id) { history(first: 10) { nodes { action actorName changes { field from to } } } } }", new { id = ticket.Id() }))
            .GetProperty("ticket").GetProperty("history").GetProperty("nodes");
        var change = history[0].GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        change.Text("field").ShouldBe("assigneeId");
        change.Text("to").ShouldBe("admin");
        history.EnumerateArray().Last().Text("action").ShouldBe("created");
    }

    [Fact]
    public async Task Only_what_is_sent_is_changed_and_null_takes_away()
    {
        var ticket = await _agent.Ticket(more: new { assigneeId = _agent.Me.Id() });
        const string assign = "mutation($input: AssignTicketInput!) { assignTicket(input: $input) { ticket { assignee { id } team { id } } errors { message } } }";
        var team = await _admin.Team("Hardware");
        await _admin.Mutate(assign, new { input = new { ticketId = ticket.Id(), teamId = team } });
        var kept = (await _admin.Query("query($id: ID!) { ticket(id: $id) { assignee { id } team { id } } }", new { id = ticket.Id() })).GetProperty("ticket");
        kept.GetProperty("assignee").Id().ShouldBe(_agent.Me.Id());
        kept.GetProperty("team").Id().ShouldBe(team);
        var taken = (await _admin.Mutate(assign, new { input = new { ticketId = ticket.Id(), assigneeId = (string?)null } })).GetProperty("ticket");
        taken.GetProperty("assignee").ValueKind.ShouldBe(JsonValueKind.Null);
        taken.GetProperty("team").Id().ShouldBe(team);
    }

    [Fact]
    public async Task Agents_see_their_teams_tickets_unassigned_ones_and_their_own_but_no_others()
    {
        var red = await _admin.Team("Red");
        var blue = await _admin.Team("Blue");
        var agent = await _server.As("Agent", red);
        var own = await _admin.Ticket("red", teamId: red);
        var foreign = await _admin.Ticket("blue", teamId: blue);
        var free = await _admin.Ticket("free");
        var mine = await _admin.Ticket("mine in blue", teamId: blue, more: new { assigneeId = agent.Me.Id() });

        var seen = (await agent.Query("{ tickets(first: 50) { totalCount nodes { id } } all: ticketViews { key count } }"));
        var ids = seen.GetProperty("tickets").GetProperty("nodes").EnumerateArray().Select(t => t.Id()).ToList();
        ids.ShouldBe([mine.Id(), free.Id(), own.Id()]);
        seen.GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(3);
        seen.GetProperty("all").EnumerateArray().Single(v => v.Text("key") == "all").GetProperty("count").GetInt32().ShouldBe(3);
        (await agent.Query("query($id: ID!) { ticket(id: $id) { id } node(id: $id) { id } }", new { id = foreign.Id() })).ToString().ShouldBe("{\"ticket\":null,\"node\":null}");
        (await agent.Query("{ tickets(search: \"blue\", first: 10) { nodes { id } } }")).GetProperty("tickets").GetProperty("nodes").EnumerateArray().Select(t => t.Id()).ShouldBe([mine.Id()]);
    }

    [Fact]
    public async Task A_foreign_ticket_answers_a_change_like_an_unknown_one()
    {
        var blue = await _admin.Team("Blue");
        var agent = await _server.As("Agent", await _admin.Team("Red"));
        var foreign = await _admin.Ticket("blue", teamId: blue);
        const string solve = "mutation($id: ID!) { solveTicket(input: { ticketId: $id }) { ticket { id } errors { __typename code message } } }";
        var hidden = await agent.Refused(solve, new { id = foreign.Id() });
        var unknown = await agent.Refused(solve, new { id = GraphQL.GlobalId.Encode("Ticket", Guid.CreateVersion7()) });
        hidden.ToString().ShouldBe(unknown.ToString());
        hidden.Text("code").ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Many_tickets_change_together_or_not_at_all()
    {
        var open = await _agent.Ticket("one");
        var closed = await _agent.Ticket("two");
        await _agent.Mutate("mutation($id: ID!) { solveTicket(input: { ticketId: $id }) { ticket { id } errors { message } } }", new { id = closed.Id() });
        await _agent.Mutate("mutation($id: ID!) { changeTicketStatus(input: { ticketId: $id, status: CLOSED }) { ticket { id } errors { message } } }", new { id = closed.Id() });
        const string bulk = "mutation($ids: [ID!]!) { updateTickets(input: { ticketIds: $ids, status: PENDING, addTags: [\"Wave\"] }) { tickets { status tags } errors { code } } }";
        (await _agent.Refused(bulk, new { ids = new[] { open.Id(), closed.Id() } })).Text("code").ShouldBe("CLOSED");
        (await _agent.Query("query($id: ID!) { ticket(id: $id) { status tags } }", new { id = open.Id() })).GetProperty("ticket").ToString().ShouldBe("{\"status\":\"NEW\",\"tags\":[]}");
        (await _agent.Mutate(bulk, new { ids = new[] { open.Id() } })).GetProperty("tickets")[0].ToString().ShouldBe("{\"status\":\"PENDING\",\"tags\":[\"wave\"]}");
    }

    [Fact]
    public async Task A_repeated_mutation_under_the_same_key_gives_the_first_answer_and_acts_once()
    {
        var input = new { input = new { subject = "Once", body = "Only once please." } };
        var first = await _agent.Send(Story.OpenTicket, input, idempotencyKey: "abc");
        var second = await _agent.Send(Story.OpenTicket, input, idempotencyKey: "abc");
        second.ToString().ShouldBe(first.ToString());
        (await _agent.Query("{ tickets(search: \"once\") { totalCount } }")).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(1);
        var other = await _agent.Send(Story.OpenTicket, new { input = new { subject = "Other", body = "Other" } }, idempotencyKey: "abc");
        other.GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task The_inbox_page_takes_at_most_three_statements()
    {
        for (var i = 0; i < 5; i++)
        {
            await _agent.Ticket($"ticket {i}", more: new { assigneeId = _agent.Me.Id() });
        }

        const string inbox = "{ tickets(first: 50, filter: { view: \"open\" }) { nodes { id number subject status priority preview dueAt customerName customer { id displayName } assignee { id name } } pageInfo { hasNextPage endCursor } } }";
        await _agent.Query(inbox);
        _server.Sql.Reset();
        await _agent.Query(inbox);
        _server.Sql.Statements.Count.ShouldBeInRange(1, 3, string.Join("\n\n", _server.Sql.Statements));
    }

    [Fact]
    public async Task What_happens_in_a_ticket_reaches_the_customers_timeline()
    {
        var ticket = await _agent.Ticket("Silent printer", customerEmail: "ada@example.net");
        await _agent.Mutate("mutation($id: ID!) { solveTicket(input: { ticketId: $id }) { ticket { id } errors { message } } }", new { id = ticket.Id() });
        await _server.DeliverEvents();
        var kinds = (await _agent.Query("query($id: ID!) { ticket(id: $id) { customer { timeline(first: 10) { nodes { kind title } } } } }", new { id = ticket.Id() }))
            .GetProperty("ticket").GetProperty("customer").GetProperty("timeline").GetProperty("nodes").EnumerateArray().Select(e => e.Text("kind")).ToList();
        kinds.ShouldContain("TICKET_OPENED");
        kinds.ShouldContain("TICKET_MESSAGE");
        kinds.ShouldContain("TICKET_SOLVED");
    }

    [Fact]
    public async Task The_open_tickets_of_somebody_who_has_left_go_back_to_the_queue()
    {
        var leaver = await _server.As("Agent");
        var ticket = await _admin.Ticket(more: new { assigneeId = leaver.Me.Id() });
        await _admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { user { active } errors { message } } }", new { id = leaver.Me.Id() });
        await _server.DeliverEvents();
        (await _admin.Query("query($id: ID!) { ticket(id: $id) { assignee { id } } }", new { id = ticket.Id() })).GetProperty("ticket").GetProperty("assignee").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("view", "nonsense")]
    public async Task An_unknown_view_is_named_in_the_error(string field, string value)
    {
        var answer = await _agent.Send($"{{ tickets(filter: {{ {field}: \"{value}\" }}) {{ totalCount }} }}");
        answer.GetProperty("errors")[0].Text("message")!.ShouldContain(value);
    }
}
