using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;

namespace ServiceCrm.Host.Tests;

/// <summary>A server with what every mutation needs to exist first; made through the API.</summary>
internal sealed class MutationWorld(TestServer server, GraphQLClient admin, ForgingProvider provider) : IAsyncDisposable
{
    private int _names;

    public TestServer Server => server;

    public GraphQLClient Admin => admin;

    /// <summary>The address of the customer who is signed in to the portal.</summary>
    public const string PortalAddress = "customer@example.com";

    /// <summary>A customer who is signed in to the portal.</summary>
    public GraphQLClient Portal { get; private init; } = server.OnPortal();

    public static async Task<MutationWorld> Start(DatabaseProvider engine = DatabaseProvider.Sqlite)
    {
        var provider = await ForgingProvider.Start();
        var server = await TestServer.Start(engine, settings: [.. provider.Settings(), ("Access:TriesPerMinute", "1000"), ("Tickets:PortalRequestsPerTenMinutes", "10000")]);
        var admin = await server.AsAdmin();
        await admin.Customer("Portal Customer", PortalAddress);
        return new MutationWorld(server, admin, provider) { Portal = await server.SignInToPortal(PortalAddress) };
    }

    private static readonly string[] Schemas = ["staff", "portal"];

    private static readonly string[] Roles = ["Agent"];

    /// <summary>The mutations of both schemas, as compiled.</summary>
    public IEnumerable<(string Schema, Field Mutation)> Mutations() => Schemas.SelectMany(schema =>
        server.Services.GetRequiredKeyedService<GraphQLExecutor>(schema).Schema.Types.MutationType!.Fields.Select(field => (schema, field)));

    public static string Document(Field mutation) =>
        $"mutation($input: {mutation.Arguments.Single().Type}) {{ {mutation.Name}(input: $input) {{ errors {{ message code path }} }} }}";

    public string New(string what) => $"{what} {Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Another session of the administrator.</summary>
    public async Task<string> Session()
    {
        await WithoutFactors();
        await server.AsAdmin();
        return (await admin.Query("{ sessions { id current } }")).GetProperty("sessions").EnumerateArray().First(s => !s.GetProperty("current").GetBoolean()).Id();
    }

    /// <summary>An account at the provider that the administrator has linked.</summary>
    public async Task<string> LinkedAccount()
    {
        await WithoutFactors();
        using var browser = new WalkingBrowser(server);
        await browser.Post("/auth/sign-in", new { email = TestServer.AdminEmail, password = TestServer.Password });
        var (_, asked) = await browser.Post("/auth/sso/company/link", new { password = TestServer.Password });
        await browser.Return(provider, asked.Text("location")!, IdTokenForgery.With("sub", New("subject")));
        return (await admin.Query("{ externalLogins { id } }")).GetProperty("externalLogins").EnumerateArray().Last().Id();
    }

    /// <summary>A code of an authenticator app that the administrator is setting up.</summary>
    public async Task<string> CodeOfNewApp()
    {
        await WithoutFactors();
        return new AuthenticatorApp((await admin.Mutate(Factors.Start, new { p = TestServer.Password })).Text("secret")!).Next(server);
    }

    /// <summary>Sets up an authenticator app for the administrator.</summary>
    /// <returns>the password, which changes of factors ask for</returns>
    public async Task<string> App()
    {
        await WithoutFactors();
        await admin.EnrolTotp(server);
        return TestServer.Password;
    }

    /// <summary>Takes the administrator's authenticator app away.</summary>
    /// <returns>the password, which setting up another one asks for</returns>
    public async Task<string> NoApp()
    {
        await WithoutFactors();
        return TestServer.Password;
    }

    public async Task<string> Passkey()
    {
        await WithoutFactors();
        using var passkey = new SoftPasskey();
        return (await admin.EnrolPasskey(passkey)).Id();
    }

    /// <summary>Takes all factors away past the rules, so that the administrator signs in with the password alone.</summary>
    public Task<int> WithoutFactors() => server.InScope(async (_, db) =>
    {
        var tables = db.Model.GetEntityTypes().Where(e => e.ClrType.Name is "Authenticator" or "Passkey" or "RecoveryCode").Select(e => e.GetTableName());
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = string.Concat(tables.Select(t => $"DELETE FROM \"{t}\";"));
        return await command.ExecuteNonQueryAsync();
    });

    public async Task<string> Role() =>
        (await admin.Mutate("mutation($n: String!) { createRole(input: { name: $n }) { role { id } errors { message } } }", new { n = New("Role") })).GetProperty("role").Id();

    public async Task<string> ConfidentialTeam() =>
        (await admin.Mutate("mutation($n: String!) { createTeam(input: { name: $n, confidential: true }) { team { id } errors { message } } }", new { n = New("Desk") })).GetProperty("team").Id();

    public async Task<string> Customer() =>
        (await admin.Mutate("mutation($n: String) { createCustomer(input: { name: $n }) { customer { id } errors { message } } }", new { n = New("Customer") })).GetProperty("customer").Id();

    public async Task<(string Id, string Name)> NamedCustomer()
    {
        var name = New("Customer");
        return ((await admin.Mutate("mutation($n: String) { createCustomer(input: { name: $n }) { customer { id } errors { message } } }", new { n = name })).GetProperty("customer").Id(), name);
    }

    /// <summary>An erasure that has not begun.</summary>
    public async Task<string> WaitingErasure()
    {
        var (id, name) = await NamedCustomer();
        return (await admin.Mutate(
            "mutation($c: ID!, $n: String!) { requestCustomerErasure(input: { customerId: $c, confirmation: $n, reference: \"Letter\" }) { privacyRequest { id } errors { message } } }", new { c = id, n = name })).GetProperty("privacyRequest").Id();
    }

    public async Task<string> Company() =>
        (await admin.Mutate("mutation($n: String) { createCustomer(input: { kind: COMPANY, name: $n }) { customer { id } errors { message } } }", new { n = New("Company") })).GetProperty("customer").Id();

    public async Task<string> Field() => (await admin.Mutate(
        "mutation($n: String!) { createCustomField(input: { label: $n, type: CHOICE, choices: [\"red\"] }) { customField { id } errors { message } } }", new { n = New("Field") })).GetProperty("customField").Id();

    public async Task<string> Note() =>
        (await admin.Mutate("mutation($c: ID!) { addCustomerNote(input: { customerId: $c, body: \"calls on Fridays\" }) { customerNote { id } errors { message } } }", new { c = await Customer() })).GetProperty("customerNote").Id();

    public async Task<string> Ticket() => (await admin.Ticket(New("Ticket"), customerName: null)).Id();

    public async Task<string> Solved()
    {
        var id = await Ticket();
        await admin.Mutate("mutation($t: ID!) { solveTicket(input: { ticketId: $t }) { errors { message } } }", new { t = id });
        return id;
    }

    public Task<string> Team() => admin.Team(New("Team"));

    public async Task<string> User() => (await admin.Mutate(
        "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id } errors { message } } }",
        new { input = new { name = New("User"), email = $"{Guid.NewGuid():N}@example.com", password = TestServer.Password, roles = Roles, teamIds = Array.Empty<string>() } })).GetProperty("user").Id();

    public async Task<string> Invited() => (await admin.Mutate(
        "mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id } errors { message } } }",
        new { input = new { name = New("Guest"), email = $"{Guid.NewGuid():N}@example.com", roles = Roles, teamIds = Array.Empty<string>() } })).GetProperty("user").Id();

    public async Task<string> Program() => (await admin.Mutate(
        "mutation($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { user { id } errors { message } } }", new { input = new { name = New("Robot"), roles = Roles } })).GetProperty("user").Id();

    public async Task<string> ProgramToken() => (await admin.Mutate(
        "mutation($id: ID!) { createServiceToken(input: { userId: $id, name: \"robot\" }) { accessToken { id } errors { message } } }", new { id = await Program() })).GetProperty("accessToken").Id();

    public async Task<string> Absence() => (await admin.Mutate(
        "mutation($id: ID) { planAbsence(input: { userId: $id, from: \"2099-07-01T00:00:00Z\", until: \"2099-07-15T00:00:00Z\" }) { absence { id } errors { message } } }", new { id = await User() })).GetProperty("absence").Id();

    /// <summary>The head of a PNG of one pixel.</summary>
    public Task<string> Picture() => admin.Upload("me.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0], "image/png");

    public async Task<string> UserWithApp()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await admin.Mutate(
            "mutation($input: CreateUserInput!) { createUser(input: $input) { errors { message } } }",
            new { input = new { name = New("User"), email, password = TestServer.Password, roles = Roles, teamIds = Array.Empty<string>() } });
        var user = await server.SignIn(email, TestServer.Password);
        await user.EnrolTotp(server);
        return user.Me.Id();
    }

    public async Task<string> Token() =>
        (await admin.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { accessToken { id } errors { message } } }")).GetProperty("accessToken").Id();

    public Task<string> Csv() => admin.Upload("people.csv", Encoding.UTF8.GetBytes($"Name,Email\n{New("Person")},{Guid.NewGuid():N}@example.com\n"), "text/csv");

    public async Task<string> Import(bool mapped)
    {
        var id = (await admin.Mutate("mutation($f: ID!) { createImport(input: { fileId: $f }) { import { id } errors { message } } }", new { f = await Csv() })).GetProperty("import").Id();
        if (mapped)
        {
            await admin.Mutate("mutation($i: ID!) { configureImport(input: { importId: $i, mappings: [{ column: 0, target: \"name\" }, { column: 1, target: \"email\" }] }) { errors { message } } }", new { i = id });
        }

        return id;
    }

    public async Task<string> DoneImport()
    {
        var id = await Import(mapped: true);
        await admin.Mutate("mutation($i: ID!) { runImport(input: { importId: $i }) { errors { message } } }", new { i = id });
        await Settled(id, "DONE");
        return id;
    }

    public async Task<string> DeadLetter()
    {
        var id = new DeadLetterId(Guid.CreateVersion7());
        await server.InScope(async (_, db) =>
        {
            // Far in the future, so that no relay takes it before it is dead.
            db.Add(new OutboxMessage(id, "Gone", "NoSuchReaction", "{}", DateTimeOffset.UnixEpoch.AddYears(200)));
            await db.SaveChangesAsync();
            return await db.InTransaction(() => db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, OutboxState.Dead)), CancellationToken.None);
        });
        return GlobalId.Encode(DeadLetterId.TypeName, id.Value);
    }

    public async Task<string> StuckMail()
    {
        var id = await server.InScope(async (_, db) =>
        {
            var mail = db.Send(new OutgoingMail("test.stuck", EmailAddress.Parse("ada@example.org"), "Stuck", "Stuck.\n"));
            await db.SaveChangesAsync();
            return mail;
        });
        await server.DeliverMail();
        await server.InScope((_, db) => db.InTransaction(() => db.Mails.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Failed)), CancellationToken.None));
        return GlobalId.Encode(MailId.TypeName, id.Value);
    }

    public async Task<string> TrackingToken()
    {
        var tracked = (await Portal.Mutate(
            "mutation($n: String!) { submitRequest(input: { name: $n, email: \"customer@example.com\", subject: \"Where is it?\", text: \"I wait.\" }) { request { trackingUrl } errors { message } } }", new { n = New("Customer") })).GetProperty("request");
        return tracked.Text("trackingUrl")!.Split('/')[^1];
    }

    /// <summary>A request of the customer who is signed in to the portal.</summary>
    public async Task<string> OwnTicket() => (await Portal.Mutate(
        "mutation($s: String!) { openMyTicket(input: { subject: $s, text: \"I wait.\" }) { ticket { id } errors { message } } }", new { s = New("Request") })).GetProperty("ticket").Id();

    public async Task<string> OwnSolved()
    {
        var id = await OwnTicket();
        await Portal.Mutate("mutation($t: ID!) { closeMyTicket(input: { ticketId: $t }) { errors { message } } }", new { t = id });
        return id;
    }

    /// <summary>Waits until nothing works in the background any more.</summary>
    public async Task Quiet()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await admin.Query("{ imports(first: 100) { nodes { state } } privacyRequests(first: 100, filter: { kind: EXPORT }) { nodes { state } } }") is var seen
            && (seen.GetProperty("imports").GetProperty("nodes").EnumerateArray().Any(i => i.Text("state") is "RUNNING" or "CHECKING" or "UNDOING")
                || seen.GetProperty("privacyRequests").GetProperty("nodes").EnumerateArray().Any(r => r.Text("state") is "OPEN" or "RUNNING")))
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }

        await server.DeliverEvents();
    }

    /// <summary>The number of rows of every table.</summary>
    public Task<SortedDictionary<string, long>> Rows() => server.InScope(async (_, db) =>
    {
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).Where(t => !string.IsNullOrEmpty(t)).Distinct().ToList();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = string.Join(" UNION ALL ", tables.Select(t => $"SELECT '{t}', count(*) FROM \"{t}\""));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counts;
    });

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        Portal.Dispose();
        await server.DisposeAsync();
        await provider.DisposeAsync();
    }

    private async Task Settled(string import, string state)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await admin.Query("query($i: ID!) { import(id: $i) { state } }", new { i = import })).GetProperty("import").Text("state") != state)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
