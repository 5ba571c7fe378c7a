using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

/// <summary>Where a ticket goes when its customer writes and whoever has it is away.</summary>
public sealed class AbsenceRouting
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [EachEngine]
    public async Task An_answer_to_somebody_absent_goes_to_the_substitute_and_the_history_says_why(DatabaseProvider engine)
    {
        await using var world = await World.Start(engine);
        await World.GoAway(world.Ada, world.Bob);
        await world.CustomerWrites();
        (await world.Assignee()).ShouldBe(world.Bob.Me.Id());
        var entry = (await world.History())[0];
        entry.Text("actorName").ShouldBe("System");
        entry.ToString().ShouldContain("is absent until 2026-03-07");
        entry.ToString().ShouldContain("stands in");
    }

    [Theory]
    [EachEngine]
    public async Task A_substitute_who_does_not_see_the_desk_gets_nothing_and_the_team_has_it(DatabaseProvider engine)
    {
        await using var world = await World.Start(engine, confidential: true);
        await World.GoAway(world.Ada, world.Eve);
        await world.CustomerWrites();
        (await world.Assignee()).ShouldBeNull();
        (await world.History())[0].ToString().ShouldContain("nobody stands in");
    }

    [Theory]
    [EachEngine]
    public async Task A_circle_of_substitutes_leaves_the_ticket_with_the_team(DatabaseProvider engine)
    {
        await using var world = await World.Start(engine);
        await World.GoAway(world.Ada, world.Bob);
        await World.GoAway(world.Bob, world.Ada);
        await world.CustomerWrites();
        (await world.Assignee()).ShouldBeNull();
    }

    [Theory]
    [EachEngine]
    public async Task A_solved_ticket_that_a_customer_reopens_goes_to_the_substitute(DatabaseProvider engine)
    {
        await using var world = await World.Start(engine);
        await world.Ada.Mutate("mutation($t: ID!) { solveTicket(input: { ticketId: $t }) { errors { message } } }", new { t = world.Ticket });
        await World.GoAway(world.Ada, world.Bob);
        await world.CustomerWrites();
        (await world.Assignee()).ShouldBe(world.Bob.Me.Id());
    }

    [Fact]
    public async Task Somebody_who_is_there_keeps_the_ticket_and_an_agents_answer_moves_none()
    {
        await using var world = await World.Start(DatabaseProvider.Sqlite);
        await world.CustomerWrites();
        (await world.Assignee()).ShouldBe(world.Ada.Me.Id());
        await World.GoAway(world.Ada, world.Bob);
        await world.Bob.Mutate("mutation($t: ID!) { replyToTicket(input: { ticketId: $t, body: \"We look into it.\" }) { errors { message } } }", new { t = world.Ticket });
        await world.Server.DeliverEvents();
        (await world.Assignee()).ShouldBe(world.Ada.Me.Id());
    }

    [Fact]
    public async Task A_person_may_still_be_given_a_ticket_while_away()
    {
        await using var world = await World.Start(DatabaseProvider.Sqlite);
        await World.GoAway(world.Ada, world.Bob);
        await world.Bob.Mutate("mutation($t: ID!, $a: ID) { assignTicket(input: { ticketId: $t, assigneeId: $a }) { errors { message } } }", new { t = world.Ticket, a = world.Ada.Me.Id() });
        await world.Server.DeliverEvents();
        (await world.Assignee()).ShouldBe(world.Ada.Me.Id());
    }

    private sealed class World(TestServer server, GraphQLClient admin, GraphQLClient ada, GraphQLClient bob, GraphQLClient eve, string ticket, string token) : IAsyncDisposable
    {
        public TestServer Server => server;

        public GraphQLClient Ada => ada;

        public GraphQLClient Bob => bob;

        public GraphQLClient Eve => eve;

        public string Ticket => ticket;

        public static async Task<World> Start(DatabaseProvider engine, bool confidential = false)
        {
            var server = await TestServer.Start(engine, clock: new FakeClock(Now));
            var admin = await server.AsAdmin();
            var (desk, other) = (await admin.Team("Support"), await admin.Team("Billing"));
            var (ada, bob, eve) = (await server.As("Agent", desk), await server.As("Agent", desk), await server.As("Agent", other));
            if (confidential)
            {
                await ada.Ticket("warm up", teamId: desk);
                await admin.Mutate("mutation($t: ID!) { updateTeam(input: { teamId: $t, confidential: true }) { errors { message } } }", new { t = desk });
            }

            var ticket = (await ada.Ticket("Printer", teamId: desk, more: new { assigneeId = ada.Me.Id() })).Id();
            var url = (await ada.Query("query($t: ID!) { ticket(id: $t) { trackingUrl } }", new { t = ticket })).GetProperty("ticket").Text("trackingUrl")!;
            // What the customer wrote so far was before anybody went away.
            await server.DeliverEvents();
            return new World(server, admin, ada, bob, eve, ticket, url.Split('/')[^1]);
        }

        public static Task<JsonElement> GoAway(GraphQLClient who, GraphQLClient substitute) => who.Mutate(
            "mutation($input: PlanAbsenceInput!) { planAbsence(input: $input) { errors { message } } }", new { input = new { from = Now, until = Now.AddDays(5), substituteId = substitute.Me.Id() } });

        public async Task CustomerWrites()
        {
            server.Clock!.Advance(TimeSpan.FromMinutes(1));
            var portal = new GraphQLClient(server.Url) { Path = "/portal/graphql" };
            await portal.Mutate("mutation($t: String!) { replyToRequest(input: { token: $t, text: \"It is still silent.\" }) { errors { message } } }", new { t = token });
            server.Clock!.Advance(TimeSpan.FromMinutes(1));
            await server.DeliverEvents();
        }

        public async Task<string?> Assignee() =>
            (await ada.Query("query($t: ID!) { ticket(id: $t) { assignee { id } } }", new { t = ticket })).GetProperty("ticket").GetProperty("assignee") is { ValueKind: JsonValueKind.Object } found ? found.Id() : null;

        public async Task<JsonElement> History() =>
            (await ada.Query("query($t: ID!) { ticket(id: $t) { history { nodes { actorName changes { field to } } } } }", new { t = ticket })).GetProperty("ticket").GetProperty("history").GetProperty("nodes");

        public async ValueTask DisposeAsync()
        {
            admin.Dispose();
            await server.DisposeAsync();
        }
    }
}
