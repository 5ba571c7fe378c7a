using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Transport;

/// <summary>Incremental delivery over HTTP.</summary>
public sealed class AnswersInPartsTests
{
    private const string First = """{"data":{"ticket":{"number":1001}},"pending":[{"id":"0","path":["ticket"],"label":"more"}],"hasNext":true}""";
    private const string Second = """{"incremental":[{"id":"0","data":{"subject":"Printer 1"}}],"completed":[{"id":"0"}],"hasNext":false}""";

    private static readonly string Query = JsonSerializer.Serialize(new { query = $"{{ ticket(id: \"{GlobalId.Encode("Ticket", Desk.Guid(101))}\") {{ number ... @defer(label: \"more\") {{ subject }} }} }}" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9")]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed")]
    public async Task The_parts_come_as_multipart(string accept)
    {
        await using var server = await TestServer.Start(schema: CodeFirst.AnswersInPartsTests.Builder());
        using var response = await server.Post(Query, accept);
        response.Content.Headers.ContentType!.ToString().ShouldBe("multipart/mixed; boundary=\"-\"");
        const string Head = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe($"\r\n---{Head}{First}\r\n---{Head}{Second}\r\n-----\r\n");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/mixed;deferSpec=20220824,application/json")]
    [InlineData("multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json")]
    public async Task Who_does_not_know_this_form_gets_the_whole(string accept)
    {
        await using var server = await TestServer.Start(schema: CodeFirst.AnswersInPartsTests.Builder());
        using var response = await server.Post(Query, accept);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe("""{"data":{"ticket":{"number":1001,"subject":"Printer 1"}}}""");
    }

    [Fact]
    public async Task What_has_no_parts_is_plain_JSON()
    {
        await using var server = await TestServer.Start(schema: CodeFirst.AnswersInPartsTests.Builder());
        using var response = await server.Post("{\"query\":\"{ hello }\"}", "multipart/mixed, application/json");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task The_parts_come_as_events_on_a_stream()
    {
        await using var server = await TestServer.Start(schema: CodeFirst.AnswersInPartsTests.Builder());
        using var response = await server.Post(Query, "text/event-stream");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe($":\n\nevent: next\ndata: {First}\n\nevent: next\ndata: {Second}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task It_is_off_by_default()
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post(Query, "multipart/mixed, application/json");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("Unknown directive \\\"@defer\\\".");
    }
}
