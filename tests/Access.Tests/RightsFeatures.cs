using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Roles of the installation, scopes, sub-teams, desks and hidden fields, as people meet them.</summary>
public sealed class RightsFeatures : IAsyncLifetime
{
    private static readonly string[] Mine = ["gold"];
    private static readonly string[] Theirs = ["under investigation"];

    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_role_of_the_installation_follows_its_built_in_role_but_for_the_differences()
    {
        var role = await Role("Night shift", "Agent", ("tickets.ticket.reply", "OWN"), ("customers.customer.read", "NONE"));
        var grants = role.GetProperty("grants").EnumerateArray().ToDictionary(g => g.Text("permission")!, g => (g.Text("scope"), g.Text("builtInScope")));
        grants["tickets.ticket.reply"].ShouldBe(("OWN", "TEAM"));
        grants["customers.customer.read"].ShouldBe(("NONE", "ALL"));
        grants["tickets.ticket.note"].ShouldBe(("TEAM", "TEAM"));
        var stored = await _server.InScope(async (_, db) => await Task.FromResult(db.CustomRoles.Single().Differences), Platform.Security.Caller.System);
        stored.ShouldBe(["customers.customer.read=None", "tickets.ticket.reply=Own"]);
    }

    [Fact]
    public async Task A_scope_of_own_reaches_only_what_is_assigned_to_the_person()
    {
        var role = await Role("Trainee", "Agent", ("tickets.ticket.read", "TEAM"), ("tickets.ticket.reply", "OWN"), ("tickets.ticket.assign", "TEAM"));
        var trainee = await _server.As(role.Text("key")!);
        var me = (await trainee.Query("{ viewer { id } }")).GetProperty("viewer").Id();
        var ticket = await _admin.Ticket("Whose is it?");
        const string Reply = "mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"Hello\" }) { ticket { id } errors { code message } } }";
        (await trainee.Refused(Reply, new { id = ticket.Id() })).Text("code").ShouldBe("NOT_ALLOWED");
        await trainee.Mutate("mutation($id: ID!, $me: ID!) { assignTicket(input: { ticketId: $id, assigneeId: $me }) { ticket { id } errors { message } } }", new { id = ticket.Id(), me });
        (await trainee.Mutate(Reply, new { id = ticket.Id() })).GetProperty("ticket").Id().ShouldBe(ticket.Id());
    }

    [Fact]
    public async Task Nobody_gives_more_than_they_have()
    {
        var hr = await Role("People office", "Agent", ("access.user.manage", "ALL"), ("access.role.manage", "ALL"));
        var office = await _server.As(hr.Text("key")!);
        var error = await office.Refused("mutation { createRole(input: { name: \"Mine\", basedOn: \"Admin\" }) { role { key } errors { code message } } }");
        error.Text("code").ShouldBe("NOT_ALLOWED");
        const string Create = """
            mutation($role: String!) {
              createUser(input: { name: "New", email: "new@example.com", password: "a-long-password-9", roles: [$role], teamIds: [] }) { user { id } errors { code message } }
            }
            """;
        (await office.Refused(Create, new { role = "Admin" })).Text("message")!.ShouldContain("right that you do not have");
        (await office.Mutate(Create, new { role = "Agent" })).GetProperty("user").Id().ShouldNotBeEmpty();
        var admin = (await _admin.Query("{ viewer { id } }")).GetProperty("viewer").Id();
        (await office.Refused("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { user { id } errors { code message } } }", new { id = admin })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_changed_role_counts_with_the_next_request_and_a_used_one_stays()
    {
        var role = await Role("Readers", "Analyst");
        var reader = await _server.As(role.Text("key")!);
        await reader.Query("{ customers { totalCount } }");
        await _admin.Mutate("mutation($id: ID!) { updateRole(input: { roleId: $id, grants: [{ permission: \"access.profile.change\", scope: ALL }] }) { role { key } errors { message } } }", new { id = role.Id() });
        (await reader.Send("{ customers { totalCount } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await _admin.Refused("mutation($id: ID!) { deleteRole(input: { roleId: $id }) { deleted errors { code message } } }", new { id = role.Id() })).Text("code").ShouldBe("ROLE_IN_USE");
    }

    [Fact]
    public async Task A_team_sees_the_tickets_of_its_sub_teams_and_not_those_of_the_team_above()
    {
        var above = await _admin.Team("Support");
        var below = await Team("Printers", above);
        var lead = await _server.As("Agent", above);
        var agent = await _server.As("Agent", below);
        var top = await _admin.Ticket("For all of support", teamId: above);
        var sub = await _admin.Ticket("For printers", teamId: below);
        (await Seen(lead)).ShouldBe([top.Id(), sub.Id()], ignoreOrder: true);
        (await Seen(agent)).ShouldBe([sub.Id()]);
        (await _admin.Refused("mutation($a: ID!, $b: ID!) { updateTeam(input: { teamId: $a, parentId: $b }) { team { id } errors { code message } } }", new { a = above, b = below })).Text("message")!.ShouldContain("part of itself");
    }

    [Fact]
    public async Task A_right_at_a_desk_opens_that_desk_as_far_as_it_goes()
    {
        var billing = await _admin.Team("Billing");
        var agent = await _server.As("Agent", await _admin.Team("Support"));
        var ticket = await _admin.Ticket("An invoice", teamId: billing);
        (await Seen(agent)).ShouldBeEmpty();
        await _admin.Mutate("mutation($t: ID!) { updateTeam(input: { teamId: $t, deskGrants: [{ role: \"Agent\", rights: [READ] }] }) { team { id } errors { message } } }", new { t = billing });
        (await Seen(agent)).ShouldBe([ticket.Id()]);
        const string Solve = "mutation($id: ID!) { solveTicket(input: { ticketId: $id }) { ticket { id } errors { code message } } }";
        (await agent.Refused(Solve, new { id = ticket.Id() })).Text("code").ShouldBe("NOT_ALLOWED");
        await _admin.Mutate("mutation($t: ID!) { updateTeam(input: { teamId: $t, deskGrants: [{ role: \"Agent\", rights: [READ, CHANGE] }] }) { team { id } errors { message } } }", new { t = billing });
        (await agent.Mutate(Solve, new { id = ticket.Id() })).GetProperty("ticket").Id().ShouldBe(ticket.Id());
    }

    [Fact]
    public async Task A_confidential_desk_is_closed_to_administrators_until_they_break_the_glass()
    {
        var desk = await Team("People and pay", parent: null, confidential: true);
        var member = await _server.As("Agent", desk);
        var customer = (await _admin.Mutate("mutation { createCustomer(input: { name: \"Nora Quiet\" }) { customer { id } errors { message } } }")).GetProperty("customer").Id();
        var ticket = await member.Ticket("A complaint about my manager", teamId: desk, customerName: null, more: new { customerId = customer });
        await _server.DeliverEvents();
        await NothingIsSeen(_admin, ticket, customer);
        await NothingIsSeen(await _server.As("Manager"), ticket, customer);
        (await _admin.Refused("mutation($t: ID!, $m: ID!) { updateTeam(input: { teamId: $t, memberIds: [$m] }) { team { id } errors { code message } } }", new { t = desk, m = (await _admin.Query("{ viewer { id } }")).GetProperty("viewer").Id() })).Text("code").ShouldBe("NOT_ALLOWED");

        const string Open = "mutation($t: ID!, $why: String!) { openConfidentialDesk(input: { teamId: $t, reason: $why }) { breakGlass { reason endsAt } errors { code message } } }";
        (await _admin.Refused(Open, new { t = desk, why = "because" })).Text("code").ShouldBe("INVALID_INPUT");
        await _admin.Mutate(Open, new { t = desk, why = "The works council has asked for this case" });
        (await Seen(_admin)).ShouldBe([ticket.Id()]);
        (await _admin.Refused("mutation($id: ID!) { solveTicket(input: { ticketId: $id }) { ticket { id } errors { code message } } }", new { id = ticket.Id() })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task The_glass_is_whole_again_after_an_hour()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock);
        var admin = await server.AsAdmin();
        var desk = (await admin.Mutate("mutation { createTeam(input: { name: \"Pay\", confidential: true }) { team { id } errors { message } } }")).GetProperty("team").Id();
        var member = await server.As("Agent", desk);
        await member.Ticket("A raise", teamId: desk);
        await admin.Mutate("mutation($t: ID!) { openConfidentialDesk(input: { teamId: $t, reason: \"An audit by the owner\" }) { errors { message } } }", new { t = desk });
        (await Seen(admin)).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(61));
        (await Seen(admin)).ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Hidden_contact_data_leaks_neither_by_field_nor_search_nor_order_nor_ticket(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        await admin.Mutate("mutation { createCustomer(input: { name: \"Vera Named\", emails: [{ address: \"vera@hidden.example\" }], phones: [{ number: \"+49 30 901820\" }] }) { customer { id } errors { message } } }");
        await admin.Mutate("mutation { createCustomer(input: { emails: [{ address: \"zoe@hidden.example\" }] }) { customer { id } errors { message } } }");
        await admin.Ticket("No name was given", customerName: "zoe@hidden.example", customerEmail: "zoe@hidden.example");
        var analyst = await server.As("Analyst");
        var list = (await analyst.Query("{ customers(first: 1) { pageInfo { endCursor } nodes { displayName emails { address } primaryEmail primaryPhone phones { number } address { city } hiddenFields { field } } } }")).GetProperty("customers");
        var nameless = list.GetProperty("nodes")[0];
        nameless.Text("displayName").ShouldBe("…");
        nameless.GetProperty("emails").ValueKind.ShouldBe(JsonValueKind.Null);
        nameless.GetProperty("hiddenFields").EnumerateArray().Select(f => f.Text("field")).ShouldBe(["emails", "phones", "primaryEmail", "primaryPhone", "address", "portalAccess", "notes"]);
        var everything = (await analyst.Query("{ customers(first: 5) { totalCount pageInfo { startCursor endCursor } nodes { displayName primaryEmail timeline(first: 9) { nodes { title text } } } } tickets(first: 5) { nodes { customerName preview messages(first: 9) { nodes { authorName } } history(first: 9) { nodes { changes { from to } } } } } }")).ToString();
        everything.ShouldContain("Vera Named");
        everything.ShouldNotContain("hidden.example");
        foreach (var (search, found) in new[] { ("vera", 1), ("hidden", 0), ("zoe", 0), ("901820", 0), ("Vera hidden", 0) })
        {
            (await analyst.Query("query($s: String) { customers(search: $s) { totalCount } }", new { s = search })).GetProperty("customers").GetProperty("totalCount").GetInt32().ShouldBe(found, search);
        }

        (await analyst.Query("{ tickets(search: \"hidden\") { totalCount } }")).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await analyst.Send("{ possibleDuplicates(input: { emails: [\"zoe@hidden.example\"] }) { id } }")).ToString().ShouldContain("NOT_ALLOWED");
    }

    [Fact]
    public async Task An_account_manager_limited_to_own_customers_sees_no_others_in_any_way()
    {
        var role = await Role("Book holder", "AccountManager", ("customers.customer.read", "OWN"), ("customers.customer.write", "OWN"));
        var holder = await _server.As(role.Text("key")!);
        var me = (await holder.Query("{ viewer { id } }")).GetProperty("viewer").Id();
        const string Create = "mutation($n: String!, $o: ID) { createCustomer(input: { name: $n, ownerId: $o, emails: [{ address: \"x@foreign.example\" }], allowDuplicate: true }) { customer { id } errors { message } } }";
        var mine = (await _admin.Mutate(Create, new { n = "My client", o = me })).GetProperty("customer").Id();
        var foreign = (await _admin.Mutate(Create, new { n = "Their client", o = (string?)null })).GetProperty("customer").Id();
        await _admin.Mutate("mutation($c: ID!) { addCustomerNote(input: { customerId: $c, body: \"secret\" }) { errors { message } } }", new { c = foreign });
        var seen = await holder.Query("{ customers { totalCount nodes { id } } a: customers(search: \"client\") { totalCount } }");
        seen.GetProperty("customers").GetProperty("nodes").EnumerateArray().Select(c => c.Id()).ShouldBe([mine]);
        seen.GetProperty("a").GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await holder.Query("query($id: ID!) { node(id: $id) { id } customer(id: $id) { id } }", new { id = foreign })).ToString().ShouldBe("""{"node":null,"customer":null}""");
        (await holder.Refused("mutation($c: ID!) { addCustomerNote(input: { customerId: $c, body: \"x\" }) { errors { code message } } }", new { c = foreign })).Text("code").ShouldBe("NOT_FOUND");
        var ticket = await holder.Ticket("Guessing", customerName: "Somebody", customerEmail: "x@foreign.example");
        var shown = (await holder.Query("query($id: ID!) { ticket(id: $id) { customerName customer { displayName } } }", new { id = ticket.Id() })).GetProperty("ticket").ToString();
        shown.ShouldNotContain("Their client");
    }

    [Fact]
    public async Task Who_may_import_but_not_see_all_contact_data_sees_no_import_and_no_file_of_one()
    {
        var file = await _admin.Upload("people.csv", System.Text.Encoding.UTF8.GetBytes("Name,Email\nVera,vera@hidden.example\nbroken,no address\n"), "text/csv");
        var import = (await _admin.Mutate("mutation($f: ID!) { createImport(input: { fileId: $f }) { import { id } errors { message } } }", new { f = file })).GetProperty("import").Id();
        foreach (var difference in new[] { ("customers.contact.read", "NONE"), ("customers.customer.read", "OWN") })
        {
            var role = await Role($"Importer {difference.Item1}", "Marketing", difference);
            var importer = await _server.As(role.Text("key")!);
            (await importer.Query("query($i: ID!) { imports { totalCount } import(id: $i) { sampleRows problems { totalCount } } node(id: $i) { id } }", new { i = import })).ToString()
                .ShouldBe("""{"imports":{"totalCount":0},"import":null,"node":null}""");
            using var download = await importer.Http.GetAsync(new Uri($"/files/{file}", UriKind.Relative), TestContext.Current.CancellationToken);
            download.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
            (await importer.Refused("mutation($i: ID!) { runImport(input: { importId: $i }) { errors { code message } } }", new { i = import })).Text("code").ShouldBe("NOT_FOUND");
        }
    }

    [Fact]
    public async Task Tags_of_customers_that_one_may_not_see_are_not_told()
    {
        var role = await Role("Own book", "AccountManager", ("customers.customer.read", "OWN"));
        var holder = await _server.As(role.Text("key")!);
        const string Create = "mutation($n: String!, $o: ID, $t: [String!]!) { createCustomer(input: { name: $n, ownerId: $o, tags: $t }) { errors { message } } }";
        await _admin.Mutate(Create, new { n = "Mine", o = holder.Me.Id(), t = Mine });
        await _admin.Mutate(Create, new { n = "Theirs", o = (string?)null, t = Theirs });
        (await holder.Query("{ customerTags }")).ToString().ShouldBe("""{"customerTags":["gold"]}""");
        (await _admin.Query("{ customerTags }")).ToString().ShouldBe("""{"customerTags":["gold","under investigation"]}""");
    }

    [Fact]
    public async Task What_is_explained_is_what_is_so()
    {
        var (support, billing) = (await _admin.Team("Support"), await _admin.Team("Billing"));
        var trainee = await Role("Trainee", "Agent", ("tickets.ticket.read", "OWN"));
        var people = new[] { await _server.As("Agent", support), await _server.As("Agent", billing), await _server.As("Manager"), await _server.As("Marketing"), await _server.As("Analyst"), await _server.As(trainee.Text("key")!, support) };
        var tickets = new List<string>();
        foreach (var (team, assignee) in new[] { (support, (string?)null), (billing, people[0].Me.Id()), (null, null), (support, people[5].Me.Id()) })
        {
            tickets.Add((await _admin.Ticket("Whose?", teamId: team, more: new { assigneeId = assignee })).Id());
        }

        await _admin.Mutate("mutation($t: ID!, $u: ID!) { updateTeam(input: { teamId: $t, deskGrants: [{ userId: $u, rights: [READ, CHANGE] }] }) { errors { message } } }", new { t = billing, u = people[3].Me.Id() });
        const string Explain = "query($u: ID!, $n: ID!) { accessExplanation(userId: $u, nodeId: $n) { active permissions { permission { name } allowed scope roles why } } }";
        foreach (var person in people)
        {
            foreach (var ticket in tickets)
            {
                var told = (await _admin.Query(Explain, new { u = person.Me.Id(), n = ticket })).GetProperty("accessExplanation").GetProperty("permissions").EnumerateArray()
                    .ToDictionary(p => p.GetProperty("permission").Text("name")!, p => (Allowed: p.GetProperty("allowed").GetBoolean(), Why: p.Text("why")));
                var seen = (await person.Query("query($id: ID!) { ticket(id: $id) { id } }", new { id = ticket })).GetProperty("ticket").ValueKind == JsonValueKind.Object;
                told["tickets.ticket.read"].Allowed.ShouldBe(seen, $"{person.Me.Text("name")}: {told["tickets.ticket.read"].Why}");
                var noted = (await person.Send("mutation($id: ID!) { addTicketNote(input: { ticketId: $id, body: \"x\" }) { message { id } errors { code } } }", new { id = ticket })).ToString().Contains("\"message\":{", StringComparison.Ordinal);
                (seen && told["tickets.ticket.note"].Allowed).ShouldBe(noted, $"{person.Me.Text("name")}: {told["tickets.ticket.note"].Why}");
            }
        }

        (await people[0].Send(Explain, new { u = people[1].Me.Id(), n = tickets[0] })).ToString().ShouldContain("NOT_ALLOWED");
    }

    private static async Task<List<string>> Seen(GraphQLClient client) =>
        [.. (await client.Query("{ tickets { nodes { id } } }")).GetProperty("tickets").GetProperty("nodes").EnumerateArray().Select(t => t.Id())];

    private static async Task NothingIsSeen(GraphQLClient client, JsonElement ticket, string customer)
    {
        (await Seen(client)).ShouldBeEmpty();
        var all = await client.Query(
            """
            query($id: ID!, $c: ID!, $n: Long!) {
              node(id: $id) { id }
              ticket(id: $id) { id }
              ticketByNumber(number: $n) { id }
              tickets(search: "complaint") { totalCount }
              ticketViews { count }
              customer(id: $c) { openTicketCount tickets { totalCount } timeline { nodes { title text subject { id } } } }
            }
            """,
            new { id = ticket.Id(), c = customer, n = ticket.GetProperty("number").GetInt32() });
        var text = all.ToString();
        text.ShouldNotContain("complaint");
        text.ShouldNotContain(ticket.Id());
        all.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        all.GetProperty("ticketByNumber").ValueKind.ShouldBe(JsonValueKind.Null);
        all.GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
        all.GetProperty("ticketViews").EnumerateArray().Sum(v => v.GetProperty("count").GetInt32()).ShouldBe(0);
        all.GetProperty("customer").GetProperty("openTicketCount").GetInt32().ShouldBe(0);
    }

    private async Task<string> Team(string name, string? parent = null, bool confidential = false) => (await _admin.Mutate(
        "mutation($n: String!, $p: ID, $c: Boolean!) { createTeam(input: { name: $n, parentId: $p, confidential: $c }) { team { id } errors { message } } }",
        new { n = name, p = parent, c = confidential })).GetProperty("team").Id();

    private async Task<JsonElement> Role(string name, string basedOn, params (string Permission, string Scope)[] differences)
    {
        var builtIn = (await _admin.Query("{ roles { key grants { permission scope } } }")).GetProperty("roles").EnumerateArray().First(r => r.Text("key") == basedOn)
            .GetProperty("grants").EnumerateArray().ToDictionary(g => g.Text("permission")!, g => g.Text("scope")!);
        foreach (var (permission, scope) in differences)
        {
            builtIn[permission] = scope;
        }

        return (await _admin.Mutate(
            "mutation($input: CreateRoleInput!) { createRole(input: $input) { role { id key grants { permission scope builtInScope } } errors { message path } } }",
            new { input = new { name, basedOn, grants = builtIn.Select(g => new { permission = g.Key, scope = g.Value }) } })).GetProperty("role");
    }
}
