using System.Net;

namespace ServiceCrm.GraphQL.Tests.Transport;

internal sealed record AttachInput(string Name, IReadOnlyList<Upload> Files);

public class UploadTests
{
    private const string Operations = """{"query":"query($i: AttachInput!) { attach(input: $i) }","variables":{"i":{"name":"n","files":[null,null]}}}""";
    private const string Map = """{"0":["variables.i.files.0"],"1":["variables.i.files.1"]}""";

    [Fact]
    public async Task Files_arrive_as_uploads_and_their_copies_are_deleted()
    {
        await using var server = await Start();
        using var response = await Send(server, Operations, Map, ("0", "hello"), ("1", new string('x', 100_000)));
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"data":{"attach":"n: 0.txt 5 hello, 1.txt 100000 xxxxx"}}""");
        Copies.ShouldAllBe(path => !File.Exists(path));
    }

    [Theory]
    [InlineData(Operations, """{"0":["variables.i.files.0"],"1":["variables.i.files.1"],"2":["variables.x"]}""", 400)]
    [InlineData(Operations, "[]", 400)]
    [InlineData("{", Map, 400)]
    [InlineData("""{"query":"{ hello }"}""", "{}", 200)]
    public async Task Malformed_uploads_are_refused(string operations, string map, int status)
    {
        await using var server = await Start();
        using var response = await Send(server, operations, map, ("0", "a"), ("1", "b"));
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Files_are_limited_in_size_and_number()
    {
        await using var small = await Start(options => options.MaxFileBytes = 10);
        using var large = await Send(small, Operations, Map, ("0", "hello"), ("1", new string('x', 11)));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await using var few = await Start(options => options.MaxFiles = 1);
        using var many = await Send(few, Operations, Map, ("0", "a"), ("1", "b"));
        many.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Without_the_preflight_header_uploads_are_refused()
    {
        await using var server = await Start();
        using var response = await server.Http.PostAsync(server.Address, Content(Operations, Map, ("0", "a"), ("1", "b")), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_cannot_come_as_JSON()
    {
        await using var server = await Start();
        using var response = await server.Post("""{"query":"query($f: Upload!) { size(file: $f) }","variables":{"f":"x"}}""");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Upload must come as a file of a multipart request.");
    }

    private static List<string> Copies { get; } = [];

    private static Task<TestServer> Start(Action<GraphQLEndpointOptions>? configure = null)
    {
        var schema = new SchemaBuilder("files");
        schema.Query("hello", SchemaBuilder.Anyone, () => "Hello");
        schema.Query("size", SchemaBuilder.Anyone, (Upload file) => file.Length);
        schema.Query("attach", SchemaBuilder.Anyone, Attach);
        return TestServer.Start(configure, schema);
    }

    private static async Task<string> Attach(AttachInput input)
    {
        var texts = new List<string>();
        foreach (var file in input.Files)
        {
            await using var stream = file.OpenRead();
            Copies.Add(((FileStream)stream).Name);
            using var reader = new StreamReader(stream);
            texts.Add($"{file.FileName} {file.Length} {(await reader.ReadToEndAsync())[..5]}");
        }

        return $"{input.Name}: {string.Join(", ", texts)}";
    }

    private static async Task<HttpResponseMessage> Send(TestServer server, string operations, string map, params (string Name, string Text)[] files)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = Content(operations, map, files) };
        request.Headers.Add(GraphQLEndpointOptions.PreflightHeader, "1");
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static MultipartFormDataContent Content(string operations, string map, params (string Name, string Text)[] files)
    {
        var content = new MultipartFormDataContent { { new StringContent(operations), "operations" }, { new StringContent(map), "map" } };
        foreach (var (name, text) in files)
            content.Add(new StringContent(text), name, $"../{name}.txt");
        return content;
    }
}
