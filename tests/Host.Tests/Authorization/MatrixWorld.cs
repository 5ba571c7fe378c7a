using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;

namespace ServiceCrm.Host.Tests;

/// <summary>Somebody who asks, and the words that no answer to them may hold.</summary>
/// <param name="Name">How the expectation file calls the caller.</param>
/// <param name="Client">Speaks for the caller.</param>
/// <param name="Tracking">The tracking token that this caller holds on the portal.</param>
/// <param name="Forbidden">What this caller must never read.</param>
internal sealed record MatrixCaller(string Name, GraphQLClient Client, string Tracking, IReadOnlyList<string> Forbidden);

/// <summary>
/// A company with two teams, a confidential desk and everything the schemas can show, each thing with a word of its own,
/// and thirteen callers who may see different parts of it.
/// </summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private const string Alpha = "alphaword";
    private const string Bravo = "bravoword";
    private const string Desk = "deskword";
    private const string Contact = "contactword";
    private const string Note = "noteword";
    private const string Money = "98765432";
    private const string Token = "tokenword";
    private const string Log = "logword";
    private const string File = "importword";
    private const string Dead = "deadword";
    private const string Key = "passkeyword";
    private const string Mine = "mineword";
    private const string Theirs = "theirsword";
    private const string Inner = "innerword";

    private readonly Dictionary<string, HashSet<string>> _byTeam = new(StringComparer.Ordinal);

    private static readonly string[] Tags = ["vip"];

    private MatrixWorld(MutationWorld things) => Things = things;

    public MutationWorld Things { get; }

    public IReadOnlyList<MatrixCaller> Callers { get; private set; } = [];

    /// <summary>What stands for an argument that must be given, by coordinate.</summary>
    public Dictionary<string, string> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>Existing things by the type in their global id, those that not everybody may see first.</summary>
    public Dictionary<string, List<string>> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests of customers who are signed in to the portal.</summary>
    public List<string> PortalIds { get; } = [];

    /// <summary>The ids of tickets, messages and files of one team.</summary>
    public IReadOnlySet<string> Of(string team) => _byTeam[team];

    /// <summary>The ids of tickets, messages and files of the other teams.</summary>
    public IReadOnlySet<string> NotOf(string team) => _byTeam.Where(t => t.Key != team).SelectMany(t => t.Value).ToHashSet(StringComparer.Ordinal);

    public static async Task<MatrixWorld> Start(DatabaseProvider engine = DatabaseProvider.Sqlite)
    {
        var world = new MatrixWorld(await MutationWorld.Start(engine));
        await world.Fill();
        return world;
    }

    public ValueTask DisposeAsync() => Things.DisposeAsync();

    private async Task Fill()
    {
        var (server, admin) = (Things.Server, Things.Admin);
        var (alpha, bravo) = (await admin.Team("Alpha"), await admin.Team("Bravo"));
        var desk = await Things.ConfidentialTeam();
        var (agent, other, insider) = (await server.As("Agent", alpha), await server.As("Agent", bravo), await server.As("Agent", desk));
        var customer = (await admin.Mutate(
            "mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } errors { message } } }",
            new
            {
                input = new
                {
                    name = "Known Customer", givenName = "Known", familyName = "Customer", jobTitle = "Buyer", externalId = "K-1", language = "en", timeZone = "Europe/Berlin", companyId = await Things.Company(), ownerId = agent.Me.Id(),
                    emails = new[] { new { address = $"{Contact}@example.com" } }, phones = new[] { new { number = "+49 30 901820" } }, preferredContactMethod = "EMAIL", tags = Tags,
                    address = new { line1 = $"{Contact} street", city = "Berlin" },
                },
            })).GetProperty("customer").Id();
        await Things.Field();
        var key = (await admin.Query("{ customFields { key } }")).GetProperty("customFields")[0].Text("key");
        await admin.Mutate(
            "mutation($c: ID!, $k: String!) { updateCustomer(input: { customerId: $c, customValues: [{ key: $k, value: \"red\" }] }) { errors { message } } }", new { c = customer, k = key });
        await admin.Mutate("mutation($c: ID!, $b: String!) { addCustomerNote(input: { customerId: $c, body: $b }) { customerNote { id } errors { message } } }", new { c = customer, b = $"{Note} about the customer" });
        if (server.Provider == DatabaseProvider.Sqlite)
        {
            await Order(customer);
        }

        await server.SignInToPortal($"{Contact}@example.com");
        var tickets = new[]
        {
            await Ticket(insider, Desk, desk, customer), await Ticket(other, Bravo, bravo, customer), await Ticket(agent, Alpha, alpha, customer),
        };
        foreach (var (team, by, ticket) in new[] { ("desk", insider, tickets[0]), ("bravo", other, tickets[1]), ("alpha", agent, tickets[2]) })
        {
            _byTeam[team] = await IdsOf(by, ticket.Id);
        }

        var import = await Import();
        var token = await admin.Mutate("mutation($n: String!) { createAccessToken(input: { name: $n }) { accessToken { id } errors { message } } }", new { n = Token });
        await server.InScope(async (_, db) =>
        {
            await db.LogNow(new SecurityNews(SecurityEvents.Exported, Details: Log), CancellationToken.None);
            return true;
        });
        var role = await admin.Mutate("mutation { createRole(input: { name: \"Guests\", description: \"Look\", basedOn: \"Analyst\" }) { role { id } errors { message } } }");
        await admin.Mutate("mutation($t: ID!) { updateTeam(input: { teamId: $t, deskGrants: [{ role: \"Analyst\", rights: [READ] }] }) { errors { message } } }", new { t = alpha });
        var dead = await Things.DeadLetter();
        await server.InScope((_, db) => db.InTransaction(() => db.Outbox.Where(m => m.State == Platform.Events.OutboxState.Dead).ExecuteUpdateAsync(s => s.SetProperty(m => m.LastError, Dead)), CancellationToken.None));
        var export = (await admin.Mutate(
            "mutation($c: ID!) { requestCustomerExport(input: { customerId: $c, reference: \"Letter\", askedBy: CUSTOMER, askedVia: LETTER }) { privacyRequest { id } errors { message } } }", new { c = await Things.Customer() })).GetProperty("privacyRequest").Id();
        await server.DeliverEvents();
        await Things.Quiet();

        Ids["Ticket"] = [.. tickets.Select(t => t.Id)];
        Ids["Customer"] = [customer];
        Ids["Import"] = [import];
        Ids["PrivacyRequest"] = [export];
        Ids["Team"] = [desk, bravo, alpha];
        Ids["User"] = [insider.Me.Id(), agent.Me.Id()];
        Ids["AccessToken"] = [token.GetProperty("accessToken").Id()];
        Ids["CustomRole"] = [role.GetProperty("role").Id()];
        Ids["DeadLetter"] = [dead];
        await agent.EnrolTotp(server);
        using var passkey = new SoftPasskey();
        await agent.EnrolPasskey(passkey, Key);
        Ids["Message"] = [.. tickets.Select(t => t.Message)];
        Arguments["Query.ticket(id:)"] = Quote(tickets[2].Id);
        Arguments["Query.ticketByNumber(number:)"] = tickets[2].Number;
        Arguments["Query.accessExplanation(userId:)"] = Quote(agent.Me.Id());
        Arguments["Query.accessExplanation(nodeId:)"] = Quote(tickets[2].Id);
        Arguments["Query.customer(id:)"] = Quote(customer);
        Arguments["Query.import(id:)"] = Quote(import);
        Arguments["Query.privacyRequest(id:)"] = Quote(export);
        Arguments["Query.identityProviderTest(key:)"] = Quote("company");
        Arguments["Query.node(id:)"] = Quote(tickets[2].Id);
        Arguments["Query.nodes(ids:)"] = $"[{Quote(tickets[2].Id)}]";
        Arguments["Query.possibleDuplicates(input:)"] = $"{{ emails: [\"{Contact}@example.com\"] }}";
        Arguments["Query.userWork(userId:)"] = Quote(agent.Me.Id());
        await agent.Mutate("mutation { updateProfile(input: { jobTitle: \"Agent\", workingHours: [{ day: MONDAY, from: \"09:00\", to: \"17:00\" }] }) { errors { message } } }");
        await agent.Mutate("mutation($s: ID) { planAbsence(input: { from: \"2099-07-01T00:00:00Z\", until: \"2099-07-15T00:00:00Z\", substituteId: $s }) { errors { message } } }", new { s = other.Me.Id() });
        await Things.ProgramToken();
        await Invite(agent, other);
    }

    private async Task Invite(GraphQLClient agent, GraphQLClient other)
    {
        var server = Things.Server;
        var (mine, foreign) = (await Things.TrackingToken(), await Things.TrackingToken());
        Arguments["Query.trackedRequest(token:)"] = "TRACKING";
        string[] secret = [Token, Log, Dead];
        var (customer, otherCustomer) = await Customers();
        string[] everything = [Key, Inner, Alpha, Bravo, Desk, Contact, Note, Money, File, .. secret];
        var readOnly = (await agent.Mutate("mutation { createAccessToken(input: { name: \"reader\", readOnly: true }) { secret errors { message } } }")).Text("secret")!;
        var revoked = await agent.Mutate("mutation { createAccessToken(input: { name: \"gone\" }) { secret accessToken { id } errors { message } } }");
        await agent.Mutate("mutation($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { errors { message } } }", new { id = revoked.GetProperty("accessToken").Id() });
        var admin = await server.SignIn(TestServer.AdminEmail, TestServer.Password);
        Callers =
        [
            new("anonymous", server.AsNobody(), "", [Mine, Theirs, .. everything]),
            new("customer", customer, mine, [Theirs, .. everything]),
            new("other customer", otherCustomer, foreign, [Mine, .. everything]),
            new("agent", agent, mine, [Bravo, Desk, File, .. secret]),
            new("agent of another team", other, mine, [Key, Alpha, Desk, File, .. secret]),
            new("account manager", await server.As("AccountManager"), mine, [Key, Alpha, Bravo, Desk, File, .. secret]),
            new("marketing", await server.As("Marketing"), mine, [Key, Alpha, Bravo, Desk, .. secret]),
            new("analyst", await server.As("Analyst"), mine, [Key, Desk, Contact, Note, File, .. secret]),
            new("manager", await server.As("Manager"), mine, [Key, Desk, .. secret]),
            new("admin", admin, mine, [Desk]),
            new("read-only token", agent.WithToken(readOnly), mine, [Bravo, Desk, File, .. secret]),
            new("own role", await server.As(await OwnRole()), mine, [Key, Alpha, Bravo, Desk, Contact, Note, Money, File, .. secret]),
            new("revoked token", agent.WithToken(revoked.Text("secret")!), mine, everything),
        ];
    }

    /// <summary>A role of the installation: agents who work on their own tickets only and see neither contact data nor notes nor money.</summary>
    private async Task<string> OwnRole()
    {
        var agent = (await Things.Admin.Query("{ roles { key grants { permission scope } } }")).GetProperty("roles").EnumerateArray().Single(r => r.Text("key") == "Agent");
        var grants = agent.GetProperty("grants").EnumerateArray().Select(g => new { permission = g.Text("permission")!, scope = g.Text("scope") }).Select(g => g.permission switch
        {
            "tickets.ticket.read" or "tickets.ticket.reply" => g with { scope = "OWN" },
            "customers.contact.read" or "customers.note.read" or "customers.money.read" => g with { scope = "NONE" },
            _ => g,
        });
        return (await Things.Admin.Mutate(
            "mutation($g: [RoleGrantInput!]!) { createRole(input: { name: \"Trainees\", basedOn: \"Agent\", grants: $g }) { role { key } errors { message } } }", new { g = grants })).GetProperty("role").Text("key")!;
    }

    /// <summary>Two customers who are signed in to the portal, each with a request that holds a note and a tag.</summary>
    private async Task<(GraphQLClient Customer, GraphQLClient Other)> Customers()
    {
        const string other = "other@example.com";
        await Things.Admin.Customer("Other Customer", other);
        var browsers = (await Things.Server.SignInToPortal(MutationWorld.PortalAddress), await Things.Server.SignInToPortal(other));
        foreach (var (browser, word) in new[] { (browsers.Item2, Theirs), (browsers.Item1, Mine) })
        {
            var file = await browser.Upload($"{word}.txt", Encoding.UTF8.GetBytes(word), "text/plain", "/portal/files");
            var id = (await browser.Mutate(
                "mutation($w: String!, $f: [ID!]) { openMyTicket(input: { subject: $w, text: $w, fileIds: $f }) { ticket { id } errors { message } } }", new { w = $"{word} request", f = new[] { file } })).GetProperty("ticket").Id();
            await Things.Admin.Mutate("mutation($id: ID!) { addTicketNote(input: { ticketId: $id, body: \"innerword note\" }) { errors { message } } }", new { id });
            await Things.Admin.Mutate("mutation($id: ID!) { updateTicket(input: { ticketId: $id, tags: [\"innerword\"] }) { errors { message } } }", new { id });
            Arguments["Query.myTicket(id:)"] = Quote(id);
            PortalIds.Insert(0, id);
        }

        return browsers;
    }

    private static async Task<(string Id, string Number, string Message)> Ticket(GraphQLClient by, string word, string team, string customer)
    {
        var file = await by.Upload($"{word}.txt", Encoding.UTF8.GetBytes(word), "text/plain");
        var ticket = await by.Ticket($"{word} subject", $"{word} body", team, customerName: null, more: new { customerId = customer, tags = new[] { $"{word}tag" }, fileIds = new[] { file } });
        await by.Mutate("mutation($id: ID!, $b: String!) { addTicketNote(input: { ticketId: $id, body: $b }) { errors { message } } }", new { id = ticket.Id(), b = $"{word} note" });
        await by.Mutate("mutation($id: ID!, $me: ID!) { assignTicket(input: { ticketId: $id, assigneeId: $me }) { errors { message } } }", new { id = ticket.Id(), me = by.Me.Id() });
        await by.Mutate("mutation($id: ID!, $s: String!) { updateTicket(input: { ticketId: $id, subject: $s, dueAt: \"2030-01-01T00:00:00Z\" }) { errors { message } } }", new { id = ticket.Id(), s = $"{word} subject now" });
        var messages = await by.Query("query($id: ID!) { ticket(id: $id) { messages { nodes { id } } } }", new { id = ticket.Id() });
        return (ticket.Id(), ticket.GetProperty("number").ToString(), messages.GetProperty("ticket").GetProperty("messages").GetProperty("nodes")[0].Id());
    }

    private static async Task<HashSet<string>> IdsOf(GraphQLClient by, string ticket)
    {
        var messages = (await by.Query("query($id: ID!) { ticket(id: $id) { messages { nodes { id files { id } } } } }", new { id = ticket })).GetProperty("ticket").GetProperty("messages").GetProperty("nodes");
        return [ticket, .. messages.EnumerateArray().SelectMany(m => m.GetProperty("files").EnumerateArray().Select(f => f.Id()).Append(m.Id()))];
    }

    private async Task<string> Import()
    {
        var csv = await Things.Admin.Upload($"{File}.csv", Encoding.UTF8.GetBytes($"Name,Email\n{File} person,not an address\n"), "text/csv");
        var id = (await Things.Admin.Mutate("mutation($f: ID!) { createImport(input: { fileId: $f }) { import { id } errors { message } } }", new { f = csv })).GetProperty("import").Id();
        await Things.Admin.Mutate("mutation($i: ID!) { configureImport(input: { importId: $i, mappings: [{ column: 0, target: \"name\" }, { column: 1, target: \"email\" }] }) { errors { message } } }", new { i = id });
        await Things.Admin.Mutate("mutation($i: ID!) { checkImport(input: { importId: $i }) { errors { message } } }", new { i = id });
        return id;
    }

    // No feature places orders yet but the demo company.
    private Task<int> Order(string customer) => Things.Server.InScope(async (_, db) =>
    {
        GlobalId.TryDecode(customer, "Customer", out var id);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""
            INSERT INTO customers_orders (id, customer_id, number, placed_at, status, total_minor, currency, summary, version)
            VALUES ('{Guid.CreateVersion7().ToString().ToUpperInvariant()}', '{id.ToString().ToUpperInvariant()}', 'O-1', '2026-01-02 00:00:00', 'Delivered', {Money}, 'EUR', 'A thing', 1);
            UPDATE customers_customers SET order_count = 1, revenue = '[{"{"}"amountMinor":{Money},"currency":"EUR"{"}"}]' WHERE id = '{id.ToString().ToUpperInvariant()}';
            """;
        return await command.ExecuteNonQueryAsync();
    });

    private static string Quote(string text) => $"\"{text}\"";
}
