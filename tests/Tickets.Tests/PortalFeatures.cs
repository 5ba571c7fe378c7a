using System.Net;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

/// <summary>What a customer without an account can and cannot do.</summary>
public sealed class PortalFeatures : IAsyncLifetime
{
    private const string Submit = "mutation($input: SubmitRequestInput!) { submitRequest(input: $input) { request { number trackingUrl } errors { __typename message path } } }";
    private const string Track = "query($token: String!) { trackedRequest(token: $token) { number subject status canReply messages { fromCustomer authorName body files { name url } } } }";

    private TestServer _server = null!;
    private GraphQLClient _customer = null!;
    private GraphQLClient _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _customer = new GraphQLClient(_server.Url) { Path = "/portal/graphql" };
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_request_gets_a_number_and_a_link_that_shows_status_and_public_answers_only()
    {
        var file = await _customer.Upload("photo.png", [1, 2, 3], "image/png", "/portal/files");
        var token = await SubmitOne(file);
        var id = (await _agent.Query("{ tickets(search: \"lamp\") { nodes { id channel customer { displayName primaryEmail } } } }")).GetProperty("tickets").GetProperty("nodes")[0];
        id.Text("channel").ShouldBe("PORTAL");
        id.GetProperty("customer").Text("primaryEmail").ShouldBe("ada@example.com");
        await _agent.Mutate("mutation($id: ID!) { addTicketNote(input: { ticketId: $id, body: \"Be generous.\" }) { ticket { id } errors { message } } }", new { id = id.Id() });
        await _agent.Mutate("mutation($id: ID!) { replyToTicket(input: { ticketId: $id, body: \"A new one is on its way.\", thenStatus: PENDING }) { ticket { id } errors { message } } }", new { id = id.Id() });

        var seen = (await _customer.Query(Track, new { token })).GetProperty("trackedRequest");
        seen.Text("status").ShouldBe("WAITING_FOR_YOU");
        seen.GetProperty("messages").EnumerateArray().Select(m => m.Text("body")).ShouldBe(["It arrived broken.", "A new one is on its way."]);
        seen.ToString().ShouldNotContain("generous");

        var url = seen.GetProperty("messages")[0].GetProperty("files")[0].Text("url")!;
        (await _customer.Http.GetByteArrayAsync(new Uri(url, UriKind.Relative))).ShouldBe([1, 2, 3]);
        (await _customer.Http.GetAsync(new Uri(url.Replace(token, new string('x', 32), StringComparison.Ordinal), UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_customers_answer_on_the_tracking_page_reaches_the_ticket()
    {
        var token = await SubmitOne();
        var answered = await _customer.Mutate("mutation($token: String!) { replyToRequest(input: { token: $token, text: \"Also the cable is missing.\" }) { request { status messages { body } } errors { message } } }", new { token });
        answered.GetProperty("request").GetProperty("messages").GetArrayLength().ShouldBe(2);
        (await _agent.Query("{ tickets(search: \"lamp\") { nodes { preview lastMessageFromCustomer } } }")).GetProperty("tickets").GetProperty("nodes")[0].ToString()
            .ShouldBe("{\"preview\":\"Also the cable is missing.\",\"lastMessageFromCustomer\":true}");
    }

    [Fact]
    public async Task Every_wrong_field_of_a_request_is_told_at_once()
    {
        var payload = (await _customer.Query(Submit, new { input = new { name = " ", email = "nobody", subject = "", text = new string('x', 60_000), website = "http://spam.example" } })).GetProperty("submitRequest");
        payload.GetProperty("request").ValueKind.ShouldBe(JsonValueKind.Null);
        payload.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path")[0].GetString()).ShouldBe(["name", "subject", "text", "email", "website"], ignoreOrder: true);
        (await _agent.Query("{ tickets { totalCount } }")).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_token_shows_nothing()
    {
        await SubmitOne();
        (await _customer.Query(Track, new { token = new string('A', 32) })).GetProperty("trackedRequest").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _customer.Query(Track, new { token = "" })).GetProperty("trackedRequest").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_portal_offers_nothing_of_the_staff_schema()
    {
        var answer = await _customer.Send("{ tickets { totalCount } }");
        answer.GetProperty("errors")[0].Text("message")!.ShouldContain("Cannot query field");
    }

    [Fact]
    public async Task A_file_of_somebody_else_cannot_be_attached()
    {
        var staffs = await _agent.Upload("secret.txt", [7]);
        var answers = new List<string>();
        foreach (var file in new[] { staffs, GraphQL.GlobalId.Encode("File", Guid.CreateVersion7()) })
        {
            var payload = (await _customer.Query(Submit, new { input = new { name = "Eve", email = "eve@example.com", subject = "Give me", text = "Please", fileIds = new[] { file } } })).GetProperty("submitRequest");
            payload.GetProperty("errors")[0].Text("__typename").ShouldBe("InputError");
            answers.Add(payload.ToString());
        }

        answers[0].ShouldBe(answers[1], "a file of somebody else answers like one that does not exist");
        (await _agent.Query("{ tickets { totalCount } }")).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    private async Task<string> SubmitOne(params string[] files)
    {
        var request = (await _customer.Mutate(Submit, new { input = new { name = "Ada Byron", email = "ada@example.com", subject = "Broken lamp", text = "It arrived broken.", fileIds = files } })).GetProperty("request");
        request.GetProperty("number").GetInt64().ShouldBeGreaterThan(10_000);
        return request.Text("trackingUrl")!.Split('/')[^1];
    }
}
