using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Transport;

public class DocumentTests
{
    private const string Hello = "query Hello($name: String! = \"Bob\") { hello(name: $name) }";
    private const string Shout = "mutation Close { __typename }";

    private static readonly string HelloHash = HashOf(Hello);
    private static readonly TrustedDocuments Known = TrustedDocuments.OfManifests([Manifest((HelloHash, Hello)), Manifest(("sha256:" + HashOf(Shout), Shout))]);

    [Theory]
    [InlineData("{\"documentId\":\"sha256:HASH\",\"variables\":{\"name\":\"Ada\"}}")]
    [InlineData("{\"doc_id\":\"HASH\",\"variables\":{\"name\":\"Ada\"}}")]
    [InlineData("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"HASH\"}},\"variables\":{\"name\":\"Ada\"}}")]
    [InlineData("{\"query\":\"{ ignored }\",\"documentId\":\"sha256:HASH\",\"variables\":{\"name\":\"Ada\"}}")]
    public async Task A_trusted_document_runs_by_its_hash(string body)
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { TrustedDocuments = Known });
        using var response = await server.Post(body.Replace("HASH", HelloHash, StringComparison.Ordinal));
        (await Text(response)).ShouldContain("Ada");
    }

    [Fact]
    public async Task A_text_with_its_hash_runs_where_registering_is_off()
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post(Automatic("{ hello }", withText: true));
        (await Text(response)).ShouldContain("\"hello\":");
    }

    [Fact]
    public async Task It_runs_by_GET_too()
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { TrustedDocuments = Known });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}?documentId=sha256:{HelloHash}&variables=%7B%22name%22%3A%22Ada%22%7D");
        request.Headers.Add(GraphQLEndpointOptions.PreflightHeader, "1");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        (await Text(response)).ShouldContain("Ada");
    }

    [Fact]
    public async Task It_runs_on_a_web_socket()
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { TrustedDocuments = Known, OnlyTrustedDocuments = true });
        using var client = await Subscriptions.SocketClient.Connect(server.Socket);
        await client.Send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"documentId\":\"sha256:" + HelloHash + "\",\"variables\":{\"name\":\"Ada\"}}}");
        (await client.Receive())!.ShouldContain("Ada");
    }

    [Theory]
    [InlineData("{\"documentId\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"}", "DOCUMENT_NOT_FOUND")]
    [InlineData("{\"documentId\":\"sha256:12\"}", "BAD_REQUEST")]
    [InlineData("{\"documentId\":\"md5:0000000000000000000000000000000000000000000000000000000000000000\"}", "BAD_REQUEST")]
    [InlineData("{\"documentId\":7}", "BAD_REQUEST")]
    [InlineData("{\"extensions\":{\"persistedQuery\":{\"version\":1}}}", "BAD_REQUEST")]
    [InlineData("{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}}", "PERSISTED_QUERY_NOT_SUPPORTED")]
    public async Task What_is_not_known_is_refused_with_its_code(string body, string code)
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { TrustedDocuments = Known });
        using var response = await server.Post(body, "application/graphql-response+json");
        ((int)response.StatusCode).ShouldBe(400);
        (await Code(response)).ShouldBe(code);
    }

    [Fact]
    public async Task A_switch_refuses_every_other_document()
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { TrustedDocuments = Known, OnlyTrustedDocuments = true, AutomaticDocumentBytes = 100_000 });
        using var text = await server.Post("{\"query\":\"{ hello }\"}");
        (await Code(text)).ShouldBe("DOCUMENT_NOT_TRUSTED");
        using var registered = await server.Post(Automatic("{ hello }", withText: true));
        (await Code(registered)).ShouldBe("DOCUMENT_NOT_FOUND");
        using var trusted = await server.Post($"{{\"documentId\":\"sha256:{HelloHash}\"}}");
        (await Text(trusted)).ShouldContain("data");
    }

    [Fact]
    public async Task A_client_registers_a_document_by_sending_it_once()
    {
        const string document = "query \"quoted\"";
        await using var server = await TestServer.Start(options: new ExecutionOptions { AutomaticDocumentBytes = 100_000 });
        using var first = await server.Post(Automatic("{ hello }", withText: false));
        (await Code(first)).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        using var sent = await server.Post(Automatic("{ hello }", withText: true));
        (await Text(sent)).ShouldContain("\"hello\":");
        using var second = await server.Post(Automatic("{ hello }", withText: false));
        (await Text(second)).ShouldContain("\"hello\":");
        using var wrong = await server.Post(Automatic(document, withText: true).Replace("quoted", "changed", StringComparison.Ordinal));
        (await Code(wrong)).ShouldBe("PERSISTED_QUERY_MISMATCH");
    }

    [Fact]
    public async Task Registered_documents_take_no_more_memory_than_allowed()
    {
        await using var server = await TestServer.Start(options: new ExecutionOptions { AutomaticDocumentBytes = 1_000 });
        for (var i = 0; i < 100; i++)
        {
            using var sent = await server.Post(Automatic($"{{ hello }} # {i:000} ...............................", withText: true));
            (await Text(sent)).ShouldContain("\"hello\":");
        }

        using var oldest = await server.Post(Automatic($"{{ hello }} # {0:000} ...............................", withText: false));
        (await Code(oldest)).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        using var newest = await server.Post(Automatic($"{{ hello }} # {99:000} ...............................", withText: false));
        (await Text(newest)).ShouldContain("\"hello\":");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"sha256:0000\":\"{ hello }\"}")]
    [InlineData("{")]
    public void A_wrong_manifest_stops_the_start(string manifest) =>
        Should.Throw<FormatException>(() => TrustedDocuments.OfManifests([Encoding.UTF8.GetBytes(manifest)]));

    private static string Automatic(string document, bool withText)
    {
        var persisted = new { version = 1, sha256Hash = HashOf(document) };
        return withText
            ? JsonSerializer.Serialize(new { query = document, extensions = new { persistedQuery = persisted } })
            : JsonSerializer.Serialize(new { extensions = new { persistedQuery = persisted } });
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static byte[] Manifest((string Id, string Document) entry) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { [entry.Id] = entry.Document });

    private static async Task<string> Text(HttpResponseMessage response) => await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<string?> Code(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await Text(response));
        return answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
