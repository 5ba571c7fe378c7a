using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>A customer of whom every module keeps something, each value a word that stands nowhere else.</summary>
internal sealed class Canary
{
    private const string Customer = "customer { id version } errors { message code path }";
    private readonly string _mark;

    private Canary(string mark) => _mark = mark;

    public string Id { get; private set; } = "";

    public string Name => $"Given{_mark} Family{_mark}";

    public string Email => $"Mail.{_mark}@example.org";

    public string Phone { get; private init; } = "";

    public string Address => $"street{_mark}";

    public string Ticket { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <summary>Every one of the values; each is found somewhere while the customer is there.</summary>
    public IReadOnlyList<string> Words =>
    [
        $"given{_mark}", $"family{_mark}", $"former{_mark}", $"mail.{_mark}@", $"old.{_mark}@", Phone, Address, $"city{_mark}", $"job{_mark}", $"number{_mark}", $"tag{_mark}", $"custom{_mark}",
        $"note{_mark}", $"order{_mark}", $"bought{_mark}", $"subject{_mark}", $"first{_mark}", $"reply{_mark}", $"inner{_mark}", $"label{_mark}", $"filename{_mark}", $"content{_mark}", $"refused{_mark}", $"cell{_mark}", $"mailed{_mark}", $"told{_mark}",
    ];

    public CustomerId Key => new(GlobalId.TryDecode(Id, CustomerId.TypeName, out var key) ? key : throw new InvalidOperationException(Id));

    /// <summary>Tells the whole story through the API; orders, which come from elsewhere, past it.</summary>
    public static async Task<Canary> Live(TestServer server, GraphQLClient admin, string mark, string phone)
    {
        var bird = new Canary(mark) { Phone = phone };
        await bird.BeKnown(admin);
        await bird.Buy(server);
        await bird.BeImported(admin, server);
        await bird.Ask(admin, server);
        await bird.BeWrittenTo(server);
        await server.DeliverEvents();
        return bird;
    }

    private async Task BeKnown(GraphQLClient admin)
    {
        var label = $"Field {_mark.Length} {_mark[..1]}";
        var field = (await admin.Mutate("mutation($l: String!) { createCustomField(input: { label: $l }) { customField { key } errors { message } } }", new { l = label })).GetProperty("customField").Text("key");
        var made = (await admin.Mutate($"mutation($input: CreateCustomerInput!) {{ createCustomer(input: $input) {{ {Customer} }} }}", new
        {
            input = new
            {
                givenName = $"Former{_mark}", familyName = $"Family{_mark}", jobTitle = $"job{_mark}", externalId = $"number{_mark}", tags = new[] { "vip", $"tag{_mark}" },
                emails = new[] { new { address = $"old.{_mark}@example.org" } }, phones = new[] { new { number = Phone } }, address = new { line1 = Address, city = $"city{_mark}" },
                customValues = new[] { new { key = field, value = $"custom{_mark}" } },
            },
        })).GetProperty("customer");
        Id = made.Id();
        await admin.Mutate($"mutation($input: UpdateCustomerInput!) {{ updateCustomer(input: $input) {{ {Customer} }} }}", new { input = new { customerId = Id, givenName = $"Given{_mark}", emails = new[] { new { address = Email } } } });
        await admin.Mutate("mutation($input: AddCustomerNoteInput!) { addCustomerNote(input: $input) { errors { message } } }", new { input = new { customerId = Id, body = $"note{_mark} calls on Fridays" } });
    }

    private Task<int> Buy(TestServer server) => server.InScope(async (_, db) =>
    {
        var customer = await db.Customers.AsSingleQuery().SingleAsync(c => c.Id == Key);
        db.Add(Order.Place(customer, $"order{_mark}", TimeProvider.System.Now(), OrderStatus.Placed, new Money(12345, "EUR"), $"bought{_mark}"));
        return await db.SaveChangesAsync();
    });

    /// <summary>One mail goes to an address that the customer has given up since, one to the present one.</summary>
    private async Task BeWrittenTo(TestServer server)
    {
        await server.InScope(async (_, db) =>
        {
            db.Send(new OutgoingMail("tickets.receipt", EmailAddress.Parse($"old.{_mark}@example.org"), $"mailed{_mark}", "Thank you.") { For = Key.Value });
            db.Send(new OutgoingMail("tickets.receipt", EmailAddress.Parse(Email), "Your request", $"told{_mark}"));
            return await db.SaveChangesAsync();
        });
        await server.DeliverMail();
    }

    /// <summary>One row changes the customer, one is refused, one is somebody else's.</summary>
    private async Task BeImported(GraphQLClient admin, TestServer server)
    {
        var csv = $"Number;Name;E-Mail;Phone;City;Remark\nnumber{_mark};{Name};{Email};{Phone};city{_mark};\"cell{_mark}; and more\"\n;{Name};no address;;;refused{_mark}\nnobody{_mark.Length};Nobody {_mark.Length};n{_mark.Length}@example.net;;Berlin;stays\n";
        var file = await admin.Upload("people.csv", Encoding.UTF8.GetBytes(csv), "text/csv");
        var import = (await admin.Mutate("mutation($f: ID!) { createImport(input: { fileId: $f }) { import { id } errors { message } } }", new { f = file })).GetProperty("import").Id();
        string[] targets = ["externalId", "name", "email", "phone", "address.city"];
        await admin.Mutate("mutation($input: ConfigureImportInput!) { configureImport(input: $input) { errors { message } } }", new { input = new { importId = import, existing = "UPDATE", mappings = targets.Select((target, column) => new { column, target }) } });
        await admin.Mutate("mutation($i: ID!) { runImport(input: { importId: $i }) { errors { message } } }", new { i = import });
        await Privacy.Until(async () => (await admin.Query("query($i: ID!) { import(id: $i) { state refusedRows updatedRows createdRows } }", new { i = import })).GetProperty("import").ToString() == """{"state":"DONE","refusedRows":1,"updatedRows":1,"createdRows":1}""");
        await server.DeliverEvents();
    }

    private async Task Ask(GraphQLClient admin, TestServer server)
    {
        using var portal = new GraphQLClient(server.Url) { Path = "/portal/graphql" };
        string[] files = [await portal.Upload($"filename{_mark}.txt", Encoding.UTF8.GetBytes($"content{_mark}"), "text/plain", "/portal/files"), await portal.Upload("terms.txt", "the same for everybody"u8.ToArray(), "text/plain", "/portal/files")];
        var request = (await portal.Mutate("mutation($input: SubmitRequestInput!) { submitRequest(input: $input) { request { number trackingUrl } errors { message } } }", new { input = new { name = Name, email = Email, subject = $"subject{_mark}", text = $"first{_mark} does not work", fileIds = files } })).GetProperty("request");
        Token = request.Text("trackingUrl")!.Split('/')[^1];
        Ticket = (await admin.Query($"{{ ticketByNumber(number: {request.GetProperty("number")}) {{ id }} }}")).GetProperty("ticketByNumber").Id();
        await admin.Mutate("mutation($input: ReplyToTicketInput!) { replyToTicket(input: $input) { errors { message } } }", new { input = new { ticketId = Ticket, body = $"Dear {Name}, reply{_mark}" } });
        await admin.Mutate("mutation($input: AddTicketNoteInput!) { addTicketNote(input: $input) { errors { message } } }", new { input = new { ticketId = Ticket, body = $"inner{_mark}" } });
        await admin.Mutate("mutation($input: UpdateTicketInput!) { updateTicket(input: $input) { errors { message } } }", new { input = new { ticketId = Ticket, subject = $"subject{_mark} renamed", type = "COMPLAINT", tags = new[] { "printer", $"label{_mark}" } } });
    }

    public Task Solve(GraphQLClient admin) => admin.Mutate("mutation($t: ID!) { solveTicket(input: { ticketId: $t }) { errors { message } } }", new { t = Ticket });
}

/// <summary>What tests of privacy requests say to the server.</summary>
internal static class Privacy
{
    public const string Fields = "id kind state outcome reference dueAt receivedAt startsAt downloadUrl fileExpiresAt customer { id } report { module things { kind removed anonymised kept why } }";

    public static string Erase => $"mutation($input: RequestCustomerErasureInput!) {{ requestCustomerErasure(input: $input) {{ privacyRequest {{ {Fields} }} errors {{ __typename message code path }} }} }}";

    public static string Export => $"mutation($input: RequestCustomerExportInput!) {{ requestCustomerExport(input: $input) {{ privacyRequest {{ {Fields} }} errors {{ __typename message code path }} }} }}";

    public static object Wish(Canary bird) => new { input = new { customerId = bird.Id, confirmation = bird.Name, reference = "Letter of 3 May, folder 7" } };

    public static object WishOfExport(Canary bird) => new { input = new { customerId = bird.Id, reference = "Letter of 3 May, folder 7" } };

    public static async Task<JsonElement> Get(GraphQLClient client, string id) =>
        (await client.Query($"query($id: ID!) {{ privacyRequest(id: $id) {{ {Fields} }} }}", new { id })).GetProperty("privacyRequest");

    /// <summary>The request once nothing works on it any more.</summary>
    public static async Task<JsonElement> Over(GraphQLClient client, string id)
    {
        var request = await Get(client, id);
        await Until(async () => (request = await Get(client, id)).Text("state") is not ("OPEN" or "RUNNING"));
        return request;
    }

    public static async Task<JsonElement> Erased(GraphQLClient client, Canary bird)
    {
        var asked = (await client.Mutate(Erase, Wish(bird))).GetProperty("privacyRequest");
        var over = await Over(client, asked.Id());
        over.Text("state").ShouldBe("DONE", over.ToString());
        return over;
    }

    public static async Task Until(Func<Task<bool>> holds)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await holds())
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
