using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>What an attacker sends instead. Each is refused, nobody is signed in, and the page says so.</summary>
public sealed class SingleSignOnAttacks : IAsyncLifetime
{
    private const string Failed = "/sign-in?problem=providerFailed&provider=Company%20account";
    private const string NotKnown = "/sign-in?problem=notKnown&provider=Company%20account";
    private ForgingProvider _provider = null!;
    private TestServer _server = null!;
    private GraphQLClient _ada = null!;
    private WalkingBrowser _browser = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public async ValueTask InitializeAsync()
    {
        _provider = await ForgingProvider.Start();
        _server = await TestServer.Start(settings: _provider.Settings(
            ForgingProvider.Setting("MachineAudience", "crm-api"), ForgingProvider.Setting("Machines:robot", "ada@example.com"), ForgingProvider.Setting("MachineWriteScope", "crm.write")));
        _ada = await SingleSignOnFeatures.Colleague(_server, "ada@example.com");
        _browser = new WalkingBrowser(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _ada.Dispose();
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public Task A_nonce_of_another_sign_in_is_refused() => Refused(IdTokenForgery.With("nonce", "another"));

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => Refused(IdTokenForgery.With("iss", "https://evil.example"));

    [Fact]
    public Task A_token_for_another_client_is_refused() => Refused(IdTokenForgery.With("aud", "another-client"));

    [Fact]
    public Task A_token_for_several_that_does_not_say_who_asked_is_refused() => Refused(IdTokenForgery.WithAll("aud", "crm", "another-client"));

    [Fact]
    public Task A_token_that_another_party_asked_for_is_refused() => Refused(IdTokenForgery.With("azp", "another-client"));

    [Fact]
    public Task An_expired_token_is_refused() => Refused(IdTokenForgery.With("exp", Now - 600));

    [Fact]
    public Task A_token_without_signature_is_refused() => Refused(new IdTokenForgery { SignAs = (_, claims) => ForgingProvider.WithoutSignature(claims) });

    [Fact]
    public Task A_token_signed_with_a_key_that_the_provider_does_not_show_is_refused() =>
        Refused(new IdTokenForgery { SignAs = (provider, claims) => provider.Sign(claims, key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = provider.Key.KeyId }) });

    [Fact]
    public Task A_token_signed_with_the_client_secret_is_refused() =>
        Refused(new IdTokenForgery { SignAs = (provider, claims) => provider.Sign(claims, key: new SymmetricSecurityKey("client-secret-of-the-tests-padded"u8.ToArray()), algorithm: SecurityAlgorithms.HmacSha256) });

    [Fact]
    public Task An_answer_that_names_another_issuer_is_refused() => Refused(change: answer => answer["iss"] = "https://evil.example");

    [Fact]
    public Task An_answer_without_the_issuer_that_was_promised_is_refused() => Refused(change: answer => answer.Remove("iss"));

    [Fact]
    public Task A_state_that_was_never_given_is_refused() => Refused(change: answer => answer["state"] = "made-up");

    [Fact]
    public Task A_code_that_the_provider_does_not_know_is_refused() => Refused(change: answer => answer["code"] = "made-up");

    [Fact]
    public async Task An_answer_meant_for_another_browser_is_refused()
    {
        using var attacker = new WalkingBrowser(_server);
        var left = await attacker.Leave();
        (await _browser.Return(_provider, left)).ShouldBe(Failed, "a victim is not signed in as the attacker");
        (await _browser.Me()).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var left = await _browser.Leave();
        var asked = QueryHelpers.ParseQuery(new Uri(left).Query);
        var code = _provider.Code(asked["nonce"].ToString(), asked["code_challenge"].ToString(), new IdTokenForgery());
        var answer = $"/auth/sso/company/callback?code={code}&state={Uri.EscapeDataString(asked["state"].ToString())}&iss={Uri.EscapeDataString(_provider.Issuer)}";
        (await _browser.Go(answer)).ShouldBe("/");
        (await _browser.Go(answer)).ShouldBe(Failed);
    }

    [Fact]
    public async Task Somebody_who_cancels_there_is_told_so_and_no_more()
    {
        (await _browser.Return(_provider, await _browser.Leave(), changeAnswer: answer =>
        {
            answer.Remove("code");
            answer["error"] = "access_denied";
        })).ShouldBe("/sign-in?problem=cancelled&provider=Company%20account");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/auth/sso/company")]
    public async Task Nobody_is_sent_to_another_site_afterwards(string returnTo) => (await _browser.SignIn(_provider, returnTo: returnTo)).ShouldBe("/");

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    public async Task An_address_that_is_not_verified_is_nobodys(string verified)
    {
        (await _browser.SignIn(_provider, IdTokenForgery.With("email_verified", verified))).ShouldBe(NotKnown);
        (await _browser.Me()).ShouldBeNull();
    }

    [Fact]
    public async Task An_address_whose_domain_is_not_tied_to_the_provider_is_nobodys()
    {
        using var admin = await _server.AsAdmin();
        using var other = await SingleSignOnFeatures.Colleague(_server, "boss@other.example");
        (await _browser.SignIn(_provider, IdTokenForgery.With("email", "boss@other.example"))).ShouldBe(NotKnown);
        (await _browser.SignIn(_provider, IdTokenForgery.With("email", "boss@other.example@example.com.evil"))).ShouldBe(NotKnown);
    }

    [Fact]
    public async Task Nobody_is_made_where_that_is_not_configured() => (await _browser.SignIn(_provider, IdTokenForgery.With("email", "new@example.com"))).ShouldBe(NotKnown);

    [Fact]
    public async Task A_second_account_there_with_the_same_address_is_not_the_same_person()
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        using var later = new WalkingBrowser(_server);
        (await later.SignIn(_provider, IdTokenForgery.With("sub", "subject-2"))).ShouldBe(NotKnown);
        using var cased = new WalkingBrowser(_server);
        (await cased.SignIn(_provider, IdTokenForgery.With("sub", "SUBJECT-1"))).ShouldBe(NotKnown);
    }

    [Fact]
    public async Task Somebody_deactivated_does_not_come_in_by_the_provider_and_is_out_at_once()
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        using var admin = await _server.AsAdmin();
        await admin.Mutate("mutation($u: ID!) { updateUser(input: { userId: $u, active: false }) { errors { message } } }", new { u = _ada.Me.Id() });
        (await _browser.Me()).ShouldBeNull();
        (await _browser.SignIn(_provider)).ShouldBe(NotKnown);
        (await admin.Query("{ securityLog(filter: { kinds: [\"signIn.refused\"] }) { nodes { details } } }")).ToString().ShouldContain("company: not let in");
    }

    [Fact]
    public async Task An_account_is_linked_only_by_the_session_that_asked_and_after_the_password()
    {
        (await _browser.Post("/auth/sign-in", new { email = "ada@example.com", password = TestServer.Password })).Status.ShouldBe(HttpStatusCode.OK);
        var wrong = await _browser.Post("/auth/sso/company/link", new { password = "something wrong" });
        wrong.Status.ShouldNotBe(HttpStatusCode.OK);
        var (_, body) = await _browser.Post("/auth/sso/company/link", new { password = TestServer.Password });
        await _browser.Post("/auth/sign-out");
        (await _browser.Return(_provider, body.Text("location")!, IdTokenForgery.With("sub", "attackers"))).ShouldBe("/settings/profile?problem=notLinked");
        (await _ada.Query("{ externalLogins { id } }")).GetProperty("externalLogins").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_account_of_one_colleague_is_not_linked_to_another()
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        using var eve = await SingleSignOnFeatures.Colleague(_server, "eve@example.com");
        using var hers = new WalkingBrowser(_server);
        await hers.Post("/auth/sign-in", new { email = "eve@example.com", password = TestServer.Password });
        var (_, body) = await hers.Post("/auth/sso/company/link", new { password = TestServer.Password });
        (await hers.Return(_provider, body.Text("location")!)).ShouldBe("/settings/profile?problem=linkedElsewhere");
        (await eve.Query("{ externalLogins { id } }")).GetProperty("externalLogins").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_last_way_in_is_not_taken_away()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(ForgingProvider.Setting("CreatePeople", "true"), ForgingProvider.Setting("DefaultRoles:0", "Agent")));
        using var browser = new WalkingBrowser(server);
        (await browser.SignIn(provider)).ShouldBe("/");
        var mine = await browser.Post("/graphql", new { query = "{ externalLogins { id } }" });
        var id = mine.Body.GetProperty("data").GetProperty("externalLogins")[0].Id();
        var refused = await browser.Post("/graphql", new { query = $"mutation {{ removeExternalLogin(input: {{ externalLoginId: \"{id}\" }}) {{ externalLoginId errors {{ code }} }} }}" });
        refused.Body.ToString().ShouldContain("LAST_WAY_IN");
    }

    [Fact]
    public async Task A_sign_out_there_ends_exactly_the_named_session_and_counts_once()
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        using var second = new WalkingBrowser(_server);
        (await second.SignIn(_provider, IdTokenForgery.With("sid", "session-2"))).ShouldBe("/");
        var token = _provider.Sign(SignOut("session-2", "jti-1"), "logout+jwt");
        (await BackChannel(token)).ShouldBe(HttpStatusCode.OK);
        (await second.Me()).ShouldBeNull();
        (await _browser.Me()).ShouldNotBeNull();
        (await _ada.Query("{ viewer { name } }")).ToString().ShouldContain("Ada", customMessage: "a session by password is not the provider's to end");
        (await BackChannel(token)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_sign_out_that_names_the_person_ends_all_sessions_that_came_by_the_provider()
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        var claims = SignOut(null, "jti-2");
        (await BackChannel(_provider.Sign(claims))).ShouldBe(HttpStatusCode.OK);
        (await _browser.Me()).ShouldBeNull();
    }

    [Theory]
    [InlineData("nonce", "x")]
    [InlineData("aud", "another")]
    [InlineData("iss", "https://evil.example")]
    [InlineData("events", "none")]
    [InlineData("iat", "old")]
    [InlineData("jti", "")]
    public async Task A_forged_sign_out_ends_nothing(string claim, string value)
    {
        (await _browser.SignIn(_provider)).ShouldBe("/");
        var claims = SignOut("session-1", "jti-3");
        claims[claim] = (claim, value) switch { ("iat", _) => Now - 3600, ("events", _) => new Dictionary<string, object>(), _ => value };
        (await BackChannel(_provider.Sign(claims))).ShouldBe(HttpStatusCode.BadRequest);
        (await BackChannel(ForgingProvider.WithoutSignature(SignOut("session-1", "jti-4")))).ShouldBe(HttpStatusCode.BadRequest);
        (await BackChannel(new IdTokenOnly(_provider).Text)).ShouldBe(HttpStatusCode.BadRequest);
        (await _browser.Me()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_program_acts_as_the_account_that_is_configured_and_reads_unless_it_may_write()
    {
        var reader = _provider.Sign(Program(), "at+jwt");
        (await Viewer(reader)).ShouldContain("Ada Byron");
        (await Ask(reader, "mutation { createTicket(input: { subject: \"x\", body: \"y\" }) { ticket { id } errors { code message } } }")).ShouldContain("This program may only read.");
        var writes = Program();
        writes["scope"] = "openid crm.write";
        (await Ask(_provider.Sign(writes, "at+jwt"), "mutation { createTicket(input: { subject: \"x\", body: \"y\" }) { ticket { number } errors { code } } }")).ShouldContain("\"errors\":[]");
    }

    [Theory]
    [InlineData("aud", "crm")]
    [InlineData("sub", "somebody")]
    [InlineData("iss", "https://evil.example")]
    [InlineData("exp", "past")]
    public async Task A_program_with_a_wrong_token_is_nobody(string claim, string value)
    {
        var claims = Program();
        claims[claim] = claim == "exp" ? Now - 600 : value;
        (await Viewer(_provider.Sign(claims, "at+jwt"))).ShouldNotContain("Ada");
    }

    [Fact]
    public async Task The_client_id_stands_for_a_program_only_where_the_token_has_no_subject()
    {
        var claims = Program();
        claims["sub"] = "somebody";
        claims["client_id"] = "robot";
        (await Viewer(_provider.Sign(claims, "at+jwt"))).ShouldNotContain("Ada");
        claims.Remove("sub");
        (await Viewer(_provider.Sign(claims, "at+jwt"))).ShouldContain("Ada");
    }

    [Fact]
    public async Task Neither_an_id_token_nor_an_unsigned_one_opens_the_api()
    {
        (await Viewer(new IdTokenOnly(_provider).Text)).ShouldNotContain("Ada");
        (await Viewer(ForgingProvider.WithoutSignature(Program()))).ShouldNotContain("Ada");
        (await Viewer(_provider.Sign(Program(), "logout+jwt"))).ShouldNotContain("Ada");
    }

    [Fact]
    public async Task A_program_is_out_as_soon_as_its_account_is_deactivated()
    {
        var token = _provider.Sign(Program(), "at+jwt");
        (await Viewer(token)).ShouldContain("Ada");
        using var admin = await _server.AsAdmin();
        await admin.Mutate("mutation($u: ID!) { updateUser(input: { userId: $u, active: false }) { errors { message } } }", new { u = _ada.Me.Id() });
        (await Viewer(token)).ShouldNotContain("Ada");
    }

    [Fact]
    public async Task Keys_that_the_provider_has_taken_back_are_not_believed_and_new_ones_are()
    {
        var old = _provider.Key;
        (await Viewer(_provider.Sign(Program(), "at+jwt"))).ShouldContain("Ada");
        _provider.ChangeKeys();
        var fresh = _provider.Sign(Program(), "at+jwt");
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await Viewer(fresh)).Contains("Ada", StringComparison.Ordinal))
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }

        (await Viewer(_provider.Sign(Program(), "at+jwt", key: old))).ShouldNotContain("Ada");
    }

    private static Dictionary<string, object> Base(ForgingProvider provider, string audience) => new(StringComparer.Ordinal)
    {
        ["iss"] = provider.Issuer, ["aud"] = audience, ["iat"] = Now, ["exp"] = Now + 300,
    };

    private Dictionary<string, object> Program()
    {
        var claims = Base(_provider, "crm-api");
        claims["sub"] = "robot";
        return claims;
    }

    private Dictionary<string, object> SignOut(string? sid, string jti)
    {
        var claims = Base(_provider, "crm");
        claims["jti"] = jti;
        claims["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() };
        claims[sid is null ? "sub" : "sid"] = sid ?? "subject-1";
        return claims;
    }

    private async Task Refused(IdTokenForgery? forgery = null, Action<Dictionary<string, string?>>? change = null)
    {
        (await _browser.SignIn(_provider, forgery, changeAnswer: change)).ShouldBe(Failed);
        (await _browser.Me()).ShouldBeNull();
        (await _ada.Query("{ externalLogins { id } }")).GetProperty("externalLogins").GetArrayLength().ShouldBe(0);
    }

    private async Task<HttpStatusCode> BackChannel(string token)
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        using var answer = await http.PostAsync(new Uri("/auth/sso/company/back-channel", UriKind.Relative), form, Ct);
        return answer.StatusCode;
    }

    private Task<string> Viewer(string token) => Ask(token, "{ viewer { name } }");

    private async Task<string> Ask(string token, string query)
    {
        using var client = _server.AsNobody().WithToken(token);
        return (await client.Send(query)).ToString();
    }

    /// <summary>The id token of a sign-in.</summary>
    private sealed class IdTokenOnly(ForgingProvider provider)
    {
        public string Text { get; } = provider.Sign(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = provider.Issuer, ["aud"] = "crm", ["sub"] = "robot", ["iat"] = Now, ["exp"] = Now + 300, ["nonce"] = Now.ToString(CultureInfo.InvariantCulture), ["sid"] = "session-1",
        });
    }
}
