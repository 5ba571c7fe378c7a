using System.Text;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

public sealed class AccessTokenFeatures : IAsyncLifetime
{
    private const string Create = "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret accessToken { id prefix lastUsedAt } errors { message path } } }";

    private TestServer _server = null!;
    private GraphQLClient _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_limited_token_makes_no_other_token()
    {
        await using var server = await TestServer.Start();
        using var agent = await server.As("Agent");
        const string Make = "mutation($s: [String!]) { createAccessToken(input: { name: \"robot\", scopes: $s }) { secret errors { code message } } }";
        var limited = (await agent.Mutate(Make, new { s = "access.token.create" })).Text("secret")!;
        using var program = agent.WithToken(limited);
        (await program.Refused(Make)).Text("code").ShouldBe("NOT_ALLOWED");
        (await agent.Query("{ accessTokens { name } }")).GetProperty("accessTokens").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_token_acts_as_its_owner_until_it_is_revoked()
    {
        var made = await _agent.Mutate(Create, new { input = new { name = "script" } });
        var secret = made.Text("secret")!;
        secret.ShouldStartWith("scrm_");
        secret.ShouldStartWith(made.GetProperty("accessToken").Text("prefix")!);

        var script = _agent.WithToken(secret);
        (await script.Query("{ viewer { id } }")).GetProperty("viewer").Id().ShouldBe(_agent.Me.Id());
        (await _agent.Query("{ accessTokens { lastUsedAt } }")).GetProperty("accessTokens")[0].GetProperty("lastUsedAt").ValueKind.ShouldBe(JsonValueKind.String);

        await _agent.Mutate("mutation($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { accessToken { revokedAt } errors { message } } }", new { id = made.GetProperty("accessToken").Id() });
        (await script.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task The_secret_is_stored_nowhere()
    {
        async Task<string> Once() => (await _agent.Send(Create, new { input = new { name = "script" } }, idempotencyKey: "once")).GetProperty("data").GetProperty("createAccessToken").Text("secret")!;
        var secret = await Once();
        (await Once()).ShouldBe(secret);
        var stored = await _server.InScope((_, db) => Task.FromResult(string.Join('\n', db.AccessTokens.Select(t => t.Hash + t.Prefix + t.Name).ToList())));
        stored.ShouldContain(AccessToken.HashOf(secret));
        foreach (var path in Directory.GetFiles(_server.DataDirectory, "servicecrm.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(file, Encoding.Latin1);
            (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(secret, Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task An_end_in_the_past_is_refused()
    {
        var refused = await _agent.Refused(Create, new { input = new { name = "late", expiresAt = "2020-01-01T00:00:00Z" } });
        refused.GetProperty("path")[0].GetString().ShouldBe("expiresAt");
    }

    [Fact]
    public async Task Somebody_elses_token_cannot_be_revoked_or_seen()
    {
        var id = (await _agent.Mutate(Create, new { input = new { name = "mine" } })).GetProperty("accessToken").Id();
        var other = await _server.As("Manager");
        (await other.Refused("mutation($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { accessToken { id } errors { code } } }", new { id })).Text("code").ShouldBe("NOT_FOUND");
        (await other.Query("{ accessTokens { id } }")).GetProperty("accessTokens").GetArrayLength().ShouldBe(0);
    }
}
