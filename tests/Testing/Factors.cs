using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace ServiceCrm.Testing;

/// <summary>Second factors, set up and used the way the console does it.</summary>
public static class Factors
{
    public const string Start = "mutation($p: String) { startTotp(input: { password: $p }) { secret uri qrCode errors { code message path } } }";
    public const string Confirm = "mutation($c: String!) { confirmTotp(input: { code: $c }) { recoveryCodes secondFactors { recoveryCodesLeft } errors { code message path } } }";

    /// <summary>A POST with the answer and its JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> Post(this GraphQLClient client, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add("Origin", client.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await client.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Sets up an authenticator app.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)> EnrolTotp(this GraphQLClient client, TestServer server)
    {
        var app = new AuthenticatorApp((await client.Mutate(Start, new { p = TestServer.Password })).Text("secret")!);
        var confirmed = await client.Mutate(Confirm, new { c = app.Next(server) });
        var codes = confirmed.GetProperty("recoveryCodes");
        return (app, codes.ValueKind == JsonValueKind.Null ? [] : [.. codes.EnumerateArray().Select(c => c.GetString()!)]);
    }

    /// <summary>Makes a passkey.</summary>
    /// <returns>the server's answer: id, name, recoveryCodes</returns>
    public static async Task<JsonElement> EnrolPasskey(this GraphQLClient client, SoftPasskey passkey, string name = "Laptop")
    {
        var (asked, options) = await client.Post("/auth/passkeys/options", new { password = TestServer.Password });
        asked.ShouldBe(HttpStatusCode.OK, options.ToString());
        var (made, answer) = await client.Post("/auth/passkeys", new { credential = passkey.Create(options, client.Http.BaseAddress!), name });
        made.ShouldBe(HttpStatusCode.Created, answer.ToString());
        return answer;
    }

    /// <summary>Asks for a challenge and answers it.</summary>
    public static async Task<JsonObject> AnswerChallenge(this GraphQLClient client, SoftPasskey passkey)
    {
        var (asked, options) = await client.Post("/auth/passkey-sign-in/options");
        asked.ShouldBe(HttpStatusCode.OK, options.ToString());
        return passkey.Get(options, client.Http.BaseAddress!);
    }

    /// <summary>The first step: the right password of somebody who has a second factor.</summary>
    public static async Task<GraphQLClient> FirstStep(this TestServer server, string email, string password = TestServer.Password)
    {
        var client = server.AsNobody();
        var (status, body) = await client.Post("/auth/sign-in", new { email, password });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        body.GetProperty("secondFactor").GetArrayLength().ShouldBePositive();
        return client;
    }
}
