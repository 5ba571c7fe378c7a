using System.Net;
using System.Text;
using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

/// <summary>What a customer who is signed in to the portal can do with the own requests.</summary>
public sealed class MyTicketFeatures
{
    private const string Ada = "ada@example.com";
    private static readonly string[] Nuisance = ["nuisance"];
    private const string List = "query($search: String, $state: MyTicketState, $after: String) { myTickets(search: $search, state: $state, first: 2, after: $after) { totalCount nodes { id number subject status preview unread updatedAt } pageInfo { hasNextPage endCursor } } }";
    private const string One = "query($id: ID!) { myTicket(id: $id) { id number subject status canReply canClose canReopen unread messages { fromCustomer authorName body files { name url } } } }";

    [Theory, EachEngine]
    public async Task The_list_shows_all_own_requests_pages_and_finds_words_of_subjects_and_messages(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var customer = await agent.Customer("Ada Byron", Ada);
        foreach (var (subject, body) in new[] { ("Broken lamp", "It fell."), ("Ärger mit Rechnung", "Wrong sum."), ("Where is my chair?", "I wait.") })
        {
            await agent.Ticket(subject, body, customerName: null, more: new { customerId = customer });
        }

        await agent.Ticket("Somebody else's lamp");
        using var browser = await server.SignInToPortal(Ada);
        var first = (await browser.Query(List)).GetProperty("myTickets");
        first.GetProperty("totalCount").GetInt32().ShouldBe(3);
        first.GetProperty("nodes").EnumerateArray().Select(t => t.Text("subject")).ShouldBe(["Where is my chair?", "Ärger mit Rechnung"]);
        var rest = (await browser.Query(List, new { after = first.GetProperty("pageInfo").Text("endCursor") })).GetProperty("myTickets");
        rest.GetProperty("nodes").EnumerateArray().Select(t => t.Text("subject")).ShouldBe(["Broken lamp"]);
        foreach (var (search, found) in new[] { ("lamp fell", "Broken lamp"), ("arger", "Ärger mit Rechnung"), ("wait chair", "Where is my chair?"), ("lamp sum", null) })
        {
            (await browser.Query(List, new { search })).GetProperty("myTickets").GetProperty("nodes").EnumerateArray().Select(t => t.Text("subject")).ShouldBe(found is null ? [] : [found], search);
        }
    }

    [Theory, EachEngine]
    public async Task A_request_is_written_answered_closed_reopened_and_found_again_without_typing_name_and_address(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        await agent.Customer("Ada Byron", Ada);
        using var browser = await server.SignInToPortal(Ada);
        var file = await browser.Upload("photo.png", [1, 2, 3], "image/png", "/portal/files");
        var opened = (await browser.Mutate("mutation($f: [ID!]) { openMyTicket(input: { subject: \"Broken lamp\", text: \"It fell.\", fileIds: $f }) { ticket { id number } errors { code message } } }", new { f = new[] { file } })).GetProperty("ticket");
        var id = opened.Id();
        await agent.Mutate("mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"Which lamp?\", thenStatus: PENDING }) { errors { message } } }", new { id });
        await browser.Mutate("mutation($id: ID!) { replyToMyTicket(input: { ticketId: $id, text: \"The red one.\" }) { ticket { status } errors { message } } }", new { id });
        var seen = (await browser.Query(One, new { id })).GetProperty("myTicket");
        seen.Text("status").ShouldBe("IN_PROGRESS");
        seen.GetProperty("messages").EnumerateArray().Select(m => m.Text("body")).ShouldBe(["It fell.", "Which lamp?", "The red one."]);
        var url = seen.GetProperty("messages")[0].GetProperty("files")[0].Text("url")!;
        (await browser.Http.GetByteArrayAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);

        (await browser.Mutate("mutation($id: ID!) { closeMyTicket(input: { ticketId: $id }) { ticket { status canReopen } errors { message } } }", new { id })).GetProperty("ticket").ToString().ShouldBe("{\"status\":\"SOLVED\",\"canReopen\":true}");
        (await browser.Query(List, new { state = "CLOSED" })).GetProperty("myTickets").GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await browser.Query(List, new { state = "OPEN" })).GetProperty("myTickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await browser.Mutate("mutation($id: ID!) { reopenMyTicket(input: { ticketId: $id }) { ticket { status } errors { message } } }", new { id })).GetProperty("ticket").Text("status").ShouldBe("IN_PROGRESS");
        (await browser.Refused("mutation($id: ID!) { reopenMyTicket(input: { ticketId: $id }) { errors { code } } }", new { id })).Text("code").ShouldBe("NOT_SOLVED");
        (await agent.Query("query($id: ID!) { ticket(id: $id) { customer { primaryEmail } channel } }", new { id })).GetProperty("ticket").ToString().ShouldContain(Ada);
    }

    [Fact]
    public async Task A_request_closed_for_good_takes_no_answer_and_is_not_reopened()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As("Agent");
        var customer = await agent.Customer("Ada Byron", Ada);
        var id = (await agent.Ticket(customerName: null, more: new { customerId = customer })).Id();
        foreach (var status in new[] { "SOLVED", "CLOSED" })
        {
            await agent.Mutate("mutation($id: ID!, $s: TicketStatus!) { changeTicketStatus(input: { ticketId: $id, status: $s }) { errors { message } } }", new { id, s = status });
        }

        using var browser = await server.SignInToPortal(Ada);
        (await browser.Query(One, new { id })).GetProperty("myTicket").GetProperty("canReply").GetBoolean().ShouldBeFalse();
        foreach (var refused in new[] { "replyToMyTicket(input: { ticketId: $id, text: \"But\" })", "reopenMyTicket(input: { ticketId: $id })", "closeMyTicket(input: { ticketId: $id })" })
        {
            (await browser.Refused($"mutation($id: ID!) {{ {refused} {{ errors {{ code }} }} }}", new { id })).Text("code").ShouldBe("CLOSED");
        }
    }

    [Theory, EachEngine]
    public async Task A_request_is_unread_from_our_answer_until_it_is_looked_at_and_looking_is_no_change(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var customer = await agent.Customer("Ada Byron", Ada);
        using var browser = await server.SignInToPortal(Ada);
        var id = (await browser.Mutate("mutation { openMyTicket(input: { subject: \"Lamp\", text: \"It fell.\" }) { ticket { id } errors { message } } }")).GetProperty("ticket").Id();
        (await Unread()).ShouldBeFalse();
        await Reply("First");
        var shown = (await browser.Query(List)).GetProperty("myTickets").GetProperty("nodes")[0];
        shown.GetProperty("unread").GetBoolean().ShouldBeTrue();
        await Reply("Second, while the page shows the first");
        var version = await Version();
        await Mark(shown.Text("updatedAt")!);
        (await Unread()).ShouldBeTrue();
        await Mark((await browser.Query(List)).GetProperty("myTickets").GetProperty("nodes")[0].Text("updatedAt")!);
        (await Unread()).ShouldBeFalse();
        (await Version()).ShouldBe(version);
        customer.ShouldNotBeEmpty();

        async Task<bool> Unread() => (await browser.Query(List)).GetProperty("myTickets").GetProperty("nodes")[0].GetProperty("unread").GetBoolean();
        Task Reply(string body) => agent.Mutate("mutation($id: ID!, $b: String!) { replyToTicket(input: { ticketId: $id, body: $b }) { errors { message } } }", new { id, b = body });
        Task Mark(string until) => browser.Mutate("mutation($id: ID!, $u: DateTime!) { markMyTicketRead(input: { ticketId: $id, until: $u }) { ticket { unread } errors { message } } }", new { id, u = until });
        async Task<long> Version() => (await agent.Query("query($id: ID!) { ticket(id: $id) { version } }", new { id })).GetProperty("ticket").GetProperty("version").GetInt64();
    }

    [Fact]
    public async Task With_an_address_at_two_customers_one_sees_the_requests_of_both_and_chooses_for_whom_to_write()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As("Agent");
        var (ada, company) = (await agent.Customer("Ada Byron", Ada), await agent.Customer("Byron Ltd", Ada));
        using var browser = await server.SignInToPortal(Ada);
        foreach (var customer in new[] { ada, company })
        {
            await browser.Mutate("mutation($c: ID) { openMyTicket(input: { subject: \"Lamp\", text: \"It fell.\", customerId: $c }) { errors { message } } }", new { c = customer });
        }

        (await browser.Query("{ myTickets { nodes { customerId } } }")).GetProperty("myTickets").GetProperty("nodes").EnumerateArray().Select(t => t.Text("customerId")).ShouldBe([company, ada]);
    }

    [Theory, EachEngine]
    public async Task A_foreign_request_answers_like_an_unknown_one_whatever_is_tried(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        await agent.Customer("Ada Byron", Ada);
        var eves = await agent.Customer("Eve", "eve@example.com");
        var foreign = (await agent.Ticket("Eve's secret", customerName: null, more: new { customerId = eves })).Id();
        var orphan = (await agent.Ticket("Of nobody", customerName: null)).Id();
        var unknown = GraphQL.GlobalId.Encode("Ticket", Guid.CreateVersion7());
        using var browser = await server.SignInToPortal(Ada);
        var tries = new[]
        {
            "query($id: ID!) { myTicket(id: $id) { subject messages { body } } }",
            "mutation($id: ID!) { replyToMyTicket(input: { ticketId: $id, text: \"Hello\" }) { ticket { subject } errors { code message path } } }",
            "mutation($id: ID!) { closeMyTicket(input: { ticketId: $id }) { ticket { subject } errors { code message path } } }",
            "mutation($id: ID!) { reopenMyTicket(input: { ticketId: $id }) { ticket { subject } errors { code message path } } }",
            "mutation($id: ID!) { markMyTicketRead(input: { ticketId: $id, until: \"2020-01-01T00:00:00Z\" }) { ticket { subject } errors { code message path } } }",
        };
        foreach (var document in tries)
        {
            var nothing = (await browser.Send(document, new { id = unknown })).ToString();
            (await browser.Send(document, new { id = foreign })).ToString().ShouldBe(nothing, document);
            (await browser.Send(document, new { id = orphan })).ToString().ShouldBe(nothing, document);
        }

        (await browser.Refused("mutation($c: ID) { openMyTicket(input: { subject: \"For Eve\", text: \"Hello\", customerId: $c }) { errors { code } } }", new { c = eves })).Text("code").ShouldBe("NOT_FOUND");
        (await agent.Query("query($id: ID!) { ticket(id: $id) { messageCount } }", new { id = foreign })).GetProperty("ticket").GetProperty("messageCount").GetInt32().ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task Internal_notes_tags_and_their_files_are_neither_shown_nor_found(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var customer = await agent.Customer("Ada Byron", Ada);
        var id = (await agent.Ticket("Lamp", "It fell.", customerName: null, more: new { customerId = customer, tags = Nuisance })).Id();
        var file = await agent.Upload("grudge.txt", Encoding.UTF8.GetBytes("grudge"), "text/plain");
        await agent.Mutate("mutation($id: ID!, $f: [ID!]) { addTicketNote(input: { ticketId: $id, body: \"She shouts: querulous\", fileIds: $f }) { errors { message } } }", new { id, f = new[] { file } });
        using var browser = await server.SignInToPortal(Ada);
        var all = (await browser.Query(List)).ToString() + await browser.Query(One, new { id });
        foreach (var word in new[] { "nuisance", "querulous", "grudge" })
        {
            all.ShouldNotContain(word);
            (await browser.Query(List, new { search = word })).GetProperty("myTickets").GetProperty("totalCount").GetInt32().ShouldBe(0, word);
        }

        (await browser.Http.GetAsync(new Uri($"/portal/files/own/{file}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_of_another_customer_are_neither_downloaded_nor_attached()
    {
        await using var server = await TestServer.Start();
        var agent = await server.As("Agent");
        await agent.Customer("Ada Byron", Ada);
        await agent.Customer("Eve", "eve@example.com");
        using var ada = await server.SignInToPortal(Ada);
        using var eve = await server.SignInToPortal("eve@example.com");
        var (sent, waiting) = (await ada.Upload("sent.txt", [1], path: "/portal/files"), await ada.Upload("waiting.txt", [2], path: "/portal/files"));
        var shown = (await ada.Mutate("mutation($f: [ID!]) { openMyTicket(input: { subject: \"Lamp\", text: \"It fell.\", fileIds: $f }) { ticket { messages { files { url } } } errors { message } } }", new { f = new[] { sent } })).ToString();
        var url = JsonSerializer.Deserialize<JsonElement>(shown).GetProperty("ticket").GetProperty("messages")[0].GetProperty("files")[0].Text("url")!;
        foreach (var path in new[] { url, $"/portal/files/own/{waiting}", $"/files/{sent}" })
        {
            (await eve.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            using var stranger = server.OnPortal();
            (await stranger.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        const string open = "mutation($f: [ID!]) { openMyTicket(input: { subject: \"Mine now\", text: \"Ha\", fileIds: $f }) { errors { code } } }";
        (await eve.Refused(open, new { f = new[] { waiting } })).Text("code").ShouldBe("INVALID_INPUT", "as if there were no such file");
        (await eve.Refused(open, new { f = new[] { sent } })).Text("code").ShouldBe("INVALID_INPUT", "as if there were no such file");
        using var nobody = server.OnPortal();
        (await nobody.Refused("mutation($f: [ID!]) { submitRequest(input: { name: \"Eve\", email: \"eve@example.com\", subject: \"Mine\", text: \"Ha\", fileIds: $f }) { errors { code } } }", new { f = new[] { waiting } })).Text("code").ShouldBe("INVALID_INPUT", "as if there were no such file");
    }

    [Theory, EachEngine]
    public async Task History_names_the_customer_who_acted_but_never_by_contact_data(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var longName = new string('x', 200);
        foreach (var (name, address, shown) in new[] { ("Ada Byron", Ada, "Ada Byron"), (longName, "long@example.com", longName), ("", "nameless@example.com", "Customer") })
        {
            await admin.Customer(name, address);
            using var browser = await server.SignInToPortal(address);
            var id = (await browser.Mutate("mutation { openMyTicket(input: { subject: \"Lamp\", text: \"It fell.\" }) { ticket { id } errors { message } } }")).GetProperty("ticket").Id();
            var history = (await admin.Query("query($id: ID!) { ticket(id: $id) { history { nodes { actorName } } } }", new { id })).GetProperty("ticket").GetProperty("history").GetProperty("nodes");
            history.EnumerateArray().Select(h => h.Text("actorName")).ShouldAllBe(actor => actor == shown);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing_but_the_tracking_link_still_works()
    {
        await using var server = await TestServer.Start();
        using var browser = server.OnPortal();
        (await browser.Send("{ myTickets { totalCount } }")).GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("NOT_SIGNED_IN");
        (await browser.Send("mutation { openMyTicket(input: { subject: \"a\", text: \"b\" }) { errors { code } } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        var link = (await browser.Mutate("mutation { submitRequest(input: { name: \"Ada\", email: \"ada@example.com\", subject: \"Lamp\", text: \"It fell.\" }) { request { trackingUrl } errors { message } } }")).GetProperty("request").Text("trackingUrl")!;
        (await browser.Query("query($t: String!) { trackedRequest(token: $t) { subject } }", new { t = link.Split('/')[^1] })).GetProperty("trackedRequest").Text("subject").ShouldBe("Lamp");
        using var signedIn = await server.SignInToPortal(Ada);
        (await signedIn.Query(List)).GetProperty("myTickets").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }
}
