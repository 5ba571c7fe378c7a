using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace ServiceCrm.Testing;

/// <summary>Speaks GraphQL to the server as a browser does: cookies, preflight header, JSON.</summary>
public sealed class GraphQLClient(Uri url) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    /// <summary>The path queries go to; <c>/portal/graphql</c> for customers.</summary>
    public string Path { get; init; } = "/graphql";

    public HttpClient Http => _http ??= Create();

    public CookieContainer Cookies => _cookies;

    /// <summary>The signed-in person, as <c>/auth/me</c> tells.</summary>
    public JsonElement Me { get; private set; }

    public async Task SignIn(string email, string password)
    {
        var answer = await Http.PostAsJsonAsync("/auth/sign-in", new { email, password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Me = await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Another browser with a copy of the cookies.</summary>
    public GraphQLClient Copy()
    {
        var copy = new GraphQLClient(url);
        copy._cookies.Add(_cookies.GetCookies(url));
        return copy;
    }

    public GraphQLClient WithToken(string token)
    {
        var client = new GraphQLClient(url);
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The whole answer, errors included.</summary>
    public async Task<JsonElement> Send(string query, object? variables = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { query, variables }) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var answer = await Http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a query that must succeed.</summary>
    public async Task<JsonElement> Query(string query, object? variables = null)
    {
        var answer = await Send(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The payload of the one mutation in the document, which must have no errors.</summary>
    public async Task<JsonElement> Mutate(string query, object? variables = null)
    {
        var payload = (await Query(query, variables)).EnumerateObject().Single().Value;
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    /// <summary>The single error of the payload of a mutation that must be refused.</summary>
    public async Task<JsonElement> Refused(string query, object? variables = null)
    {
        var payload = (await Query(query, variables)).EnumerateObject().Single().Value;
        return payload.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
    }

    /// <summary>Uploads a file and answers its global id.</summary>
    public async Task<string> Upload(string name, byte[] content, string contentType = "application/octet-stream", string path = "/files")
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        form.Add(part, "file", name);
        using var answer = await Http.PostAsync(new Uri(path, UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public void Dispose() => _http?.Dispose();

    private HttpClient Create()
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, UseProxy = false }) { BaseAddress = url };
        http.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        return http;
    }
}
