using System.Net;
using System.Text.Json.Nodes;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Passkeys against a software authenticator that can also misbehave.</summary>
public sealed class PasskeyFeatures : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly SoftPasskey _passkey = new() { SignCount = 1 };
    private TestServer _server = null!;
    private GraphQLClient _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(clock: _clock);
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync()
    {
        _passkey.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password()
    {
        var made = await _agent.EnrolPasskey(_passkey, "Laptop");
        made.Text("name").ShouldBe("Laptop");
        made.GetProperty("recoveryCodes").GetArrayLength().ShouldBe(10);
        var (browser, status, me) = await SignIn();
        status.ShouldBe(HttpStatusCode.OK, me.ToString());
        me.Text("email").ShouldBe(_agent.Me.Text("email"));
        (await browser.Query("{ sessions { method current } }")).GetProperty("sessions").EnumerateArray().First(s => s.GetProperty("current").GetBoolean()).Text("method").ShouldBe("passkey");
        var shown = (await _agent.Query("{ secondFactors { passkeys { name lastUsedAt } } }")).GetProperty("secondFactors").GetProperty("passkeys")[0];
        shown.GetProperty("lastUsedAt").GetDateTimeOffset().ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task A_password_alone_is_no_longer_enough_for_who_has_a_passkey()
    {
        await _agent.EnrolPasskey(_passkey);
        var (_, body) = await _server.AsNobody().Post("/auth/sign-in", new { email = _agent.Me.Text("email"), password = TestServer.Password });
        body.GetProperty("secondFactor").EnumerateArray().Select(m => m.GetString()).ShouldBe(["passkey", "recovery"]);
    }

    [Fact]
    public async Task The_options_ask_for_a_discoverable_key_and_for_its_lock()
    {
        var (_, making) = await _agent.Post("/auth/passkeys/options", new { password = TestServer.Password });
        making.GetProperty("authenticatorSelection").Text("residentKey").ShouldBe("required");
        making.GetProperty("authenticatorSelection").Text("userVerification").ShouldBe("required");
        var (_, asking) = await _server.AsNobody().Post("/auth/passkey-sign-in/options");
        asking.Text("userVerification").ShouldBe("required");
        asking.TryGetProperty("allowCredentials", out var allowed).ShouldBe(allowed.ValueKind != System.Text.Json.JsonValueKind.Undefined);
        (allowed.ValueKind != System.Text.Json.JsonValueKind.Array || allowed.GetArrayLength() == 0).ShouldBeTrue("who asks has not said who they are");
    }

    [Fact]
    public async Task An_answer_is_taken_once_also_from_a_key_that_does_not_count()
    {
        _passkey.SignCount = 0;
        await _agent.EnrolPasskey(_passkey);
        var browser = _server.AsNobody();
        var answer = await browser.AnswerChallenge(_passkey);
        var copy = _server.AsNobody();
        copy.Cookies.Add(browser.Cookies.GetCookies(new Uri(_server.Url, "/auth")));
        (await browser.Post("/auth/passkey-sign-in", new { credential = answer })).Status.ShouldBe(HttpStatusCode.OK);
        var replayed = await copy.Post("/auth/passkey-sign-in", new { credential = answer });
        replayed.Status.ShouldBe(HttpStatusCode.BadRequest);
        replayed.Body.Text("code").ShouldBe("PASSKEY_CHALLENGE_OVER");
        (await browser.Post("/auth/passkey-sign-in", new { credential = answer })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_to_another_challenge_is_refused()
    {
        await _agent.EnrolPasskey(_passkey);
        var old = await _server.AsNobody().AnswerChallenge(_passkey);
        var browser = _server.AsNobody();
        await browser.AnswerChallenge(_passkey);
        var refused = await browser.Post("/auth/passkey-sign-in", new { credential = old });
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Body.Text("code").ShouldBe("PASSKEY_REFUSED");
    }

    [Fact]
    public async Task A_challenge_counts_for_five_minutes()
    {
        await _agent.EnrolPasskey(_passkey);
        var browser = _server.AsNobody();
        _passkey.SignCount++;
        var answer = await browser.AnswerChallenge(_passkey);
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await browser.Post("/auth/passkey-sign-in", new { credential = answer })).Body.Text("code").ShouldBe("PASSKEY_CHALLENGE_OVER");
    }

    [Fact]
    public async Task A_key_whose_counter_falls_behind_is_a_copy_and_refused()
    {
        await _agent.EnrolPasskey(_passkey);
        _passkey.SignCount = 5;
        (await SignIn(count: false)).Status.ShouldBe(HttpStatusCode.OK);
        _passkey.SignCount = 5;
        (await SignIn(count: false)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _passkey.SignCount = 3;
        (await SignIn(count: false)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _passkey.SignCount = 6;
        (await SignIn(count: false)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_key_a_foreign_origin_and_an_open_lock_are_refused()
    {
        await _agent.EnrolPasskey(_passkey);
        using var unknown = new SoftPasskey { SignCount = 1 };
        await _server.As("Agent");
        var browser = _server.AsNobody();
        (await browser.Post("/auth/passkey-sign-in", new { credential = await browser.AnswerChallenge(unknown) })).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _passkey.SignCount++;
        var (_, options) = await browser.Post("/auth/passkey-sign-in/options");
        (await browser.Post("/auth/passkey-sign-in", new { credential = _passkey.Get(options, new Uri("https://evil.example.com")) })).Status.ShouldBe(HttpStatusCode.Unauthorized);

        _passkey.SignCount++;
        _passkey.VerifiesUser = false;
        (await browser.Post("/auth/passkey-sign-in", new { credential = await browser.AnswerChallenge(_passkey) })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"id\":\"!!\",\"rawId\":\"!!\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"attestationObject\":\"oA\"}}")]
    public async Task A_malformed_answer_is_told_so(string credential)
    {
        await _agent.Post("/auth/passkeys/options", new { password = TestServer.Password });
        var browser = _server.AsNobody();
        await browser.Post("/auth/passkey-sign-in/options");
        ((int)(await _agent.Post("/auth/passkeys", new { credential = JsonNode.Parse(credential) })).Status).ShouldBeInRange(400, 499);
        ((int)(await browser.Post("/auth/passkey-sign-in", new { credential = JsonNode.Parse(credential) })).Status).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task A_missing_answer_is_told_so()
    {
        var browser = _server.AsNobody();
        await browser.Post("/auth/passkey-sign-in/options");
        ((int)(await browser.Post("/auth/passkey-sign-in", new { })).Status).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Making_a_passkey_asks_for_the_password_unless_the_sign_in_was_a_moment_ago()
    {
        (await _agent.Post("/auth/passkeys/options")).Status.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(11));
        var refused = await _agent.Post("/auth/passkeys/options");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Body.Text("code").ShouldBe("PASSWORD_NEEDED");
        (await _agent.Post("/auth/passkeys/options", new { password = "wrong-password" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _agent.Post("/auth/passkeys/options", new { password = TestServer.Password })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_passkey_is_made_once_from_one_challenge_and_for_who_asked()
    {
        var (_, options) = await _agent.Post("/auth/passkeys/options", new { password = TestServer.Password });
        var copy = _agent.Copy();
        copy.Cookies.Add(_agent.Cookies.GetCookies(new Uri(_server.Url, "/auth")));
        var answer = _passkey.Create(options, _server.Url);
        var other = await _server.As("Agent");
        other.Cookies.Add(_agent.Cookies.GetCookies(new Uri(_server.Url, "/auth"))["servicecrm-passkey-new"]!);
        (await other.Post("/auth/passkeys", new { credential = answer })).Body.Text("code").ShouldBe("PASSKEY_CHALLENGE_OVER");
        (await _agent.Post("/auth/passkeys", new { credential = answer })).Status.ShouldBe(HttpStatusCode.Created);
        (await copy.Post("/auth/passkeys", new { credential = answer })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_token_makes_no_passkey()
    {
        var token = await _agent.Mutate("mutation { createAccessToken(input: { name: \"script\" }) { secret errors { message } } }");
        (await _agent.WithToken(token.Text("secret")!).Post("/auth/passkeys/options", new { password = TestServer.Password })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Passkeys_are_renamed_and_removed_by_their_owner_only()
    {
        var id = (await _agent.EnrolPasskey(_passkey)).Id();
        const string Rename = "mutation($id: ID!, $n: String!) { renamePasskey(input: { passkeyId: $id, name: $n }) { passkey { name } errors { code path } } }";
        const string Remove = "mutation($id: ID!) { removePasskey(input: { passkeyId: $id }) { secondFactors { passkeys { id } recoveryCodesLeft } errors { code } } }";
        var other = await _server.As("Admin");
        (await other.Refused(Rename, new { id, n = "Mine" })).Text("code").ShouldBe("NOT_FOUND");
        (await other.Refused(Remove, new { id })).Text("code").ShouldBe("NOT_FOUND");
        (await _agent.Refused(Rename, new { id, n = " " })).Text("code").ShouldBe("INVALID_INPUT");
        (await _agent.Mutate(Rename, new { id, n = "Work laptop" })).GetProperty("passkey").Text("name").ShouldBe("Work laptop");
        var left = (await _agent.Mutate(Remove, new { id })).GetProperty("secondFactors");
        left.GetProperty("passkeys").GetArrayLength().ShouldBe(0);
        left.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(0);
        (await SignIn()).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.SignIn(_agent.Me.Text("email")!, TestServer.Password)).Me.Text("email").ShouldBe(_agent.Me.Text("email"));
    }

    [Fact]
    public async Task Somebody_who_was_deactivated_does_not_sign_in_with_a_passkey()
    {
        await _agent.EnrolPasskey(_passkey);
        await (await _server.AsAdmin()).Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { errors { message } } }", new { id = _agent.Me.Id() });
        (await SignIn()).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(GraphQLClient Browser, HttpStatusCode Status, System.Text.Json.JsonElement Body)> SignIn(bool count = true)
    {
        if (count)
        {
            _passkey.SignCount++;
        }

        var browser = _server.AsNobody();
        var (status, body) = await browser.Post("/auth/passkey-sign-in", new { credential = await browser.AnswerChallenge(_passkey) });
        return (browser, status, body);
    }
}
