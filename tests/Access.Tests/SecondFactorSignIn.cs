using System.Net;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Signing in where the password alone is not enough.</summary>
public sealed class SecondFactorSignIn : IAsyncLifetime
{
    private static readonly string[] TotpAndRecovery = ["totp", "recovery"];

    /// <summary>Newest first; the newest is of the administrator who reads.</summary>
    private static readonly string[] Kinds = ["signIn.succeeded", "signIn.succeeded", "signIn.password", "signIn.secondFactorRefused", "signIn.password", "factor.added"];

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 10, TimeSpan.Zero));
    private TestServer _server = null!;
    private GraphQLClient _agent = null!;
    private AuthenticatorApp _app = null!;
    private IReadOnlyList<string> _codes = [];

    private string Email => _agent.Me.Text("email")!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(clock: _clock);
        _agent = await _server.As("Agent");
        (_app, _codes) = await _agent.EnrolTotp(_server);
        _clock.Advance(TimeSpan.FromMinutes(2));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_right_password_gives_no_session_and_the_code_does()
    {
        var browser = _server.AsNobody();
        var (status, first) = await browser.Post("/auth/sign-in", new { email = Email, password = TestServer.Password });
        status.ShouldBe(HttpStatusCode.OK);
        first.GetProperty("secondFactor").EnumerateArray().Select(m => m.GetString()).ShouldBe(TotpAndRecovery);
        first.GetProperty("expiresInSeconds").GetInt32().ShouldBe(300);
        first.TryGetProperty("id", out _).ShouldBeFalse();
        browser.Cookies.GetAllCookies().Select(c => c.Name).ShouldNotContain("servicecrm");
        (await browser.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");

        var (second, me) = await browser.Post("/auth/second-factor", new { method = "totp", code = _app.At(_clock.GetUtcNow()) });
        second.ShouldBe(HttpStatusCode.OK, me.ToString());
        me.Text("email").ShouldBe(Email);
        (await browser.Query("{ sessions { method current } }")).GetProperty("sessions").EnumerateArray().First(s => s.GetProperty("current").GetBoolean()).Text("method").ShouldBe("password+totp");
        browser.Cookies.GetAllCookies().Where(c => !c.Expired).Select(c => c.Name).ShouldNotContain("servicecrm-step");
    }

    [Fact]
    public async Task A_wrong_password_is_answered_alike_with_and_without_a_second_factor()
    {
        var other = await _server.As("Agent");
        var with = await _server.AsNobody().Post("/auth/sign-in", new { email = Email, password = "wrong-password" });
        var without = await _server.AsNobody().Post("/auth/sign-in", new { email = other.Me.Text("email"), password = "wrong-password" });
        var unknown = await _server.AsNobody().Post("/auth/sign-in", new { email = "nobody@example.com", password = "wrong-password" });
        with.Status.ShouldBe(HttpStatusCode.Unauthorized);
        (with.Status, with.Body.ToString()).ShouldBe((without.Status, without.Body.ToString()));
        (with.Status, with.Body.ToString()).ShouldBe((unknown.Status, unknown.Body.ToString()));
    }

    [Fact]
    public async Task A_code_is_used_once_and_its_replay_answers_like_a_wrong_one()
    {
        var code = _app.At(_clock.GetUtcNow());
        (await Second(await _server.FirstStep(Email), code)).Status.ShouldBe(HttpStatusCode.OK);
        var replayed = await Second(await _server.FirstStep(Email), code);
        var older = await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow().AddSeconds(-30)));
        var wrong = await Second(await _server.FirstStep(Email), "000000");
        replayed.Status.ShouldBe(HttpStatusCode.Unauthorized);
        replayed.Body.Text("code").ShouldBe("WRONG_CODE");
        (older.Status, older.Body.ToString()).ShouldBe((replayed.Status, replayed.Body.ToString()));
        (wrong.Status, wrong.Body.ToString()).ShouldBe((replayed.Status, replayed.Body.ToString()));
    }

    [Fact]
    public async Task The_code_that_proved_the_enrolment_does_not_sign_in()
    {
        var clock = new FakeClock(_clock.GetUtcNow());
        await using var server = await TestServer.Start(clock: clock);
        var agent = await server.As("Agent");
        var (app, _) = await agent.EnrolTotp(server);
        (await Second(await server.FirstStep(agent.Me.Text("email")!), app.At(clock.GetUtcNow().AddSeconds(-30)))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Second(await server.FirstStep(agent.Me.Text("email")!), app.At(clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(-2, HttpStatusCode.Unauthorized)]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.OK)]
    [InlineData(2, HttpStatusCode.Unauthorized)]
    public async Task A_code_may_be_one_step_off_and_not_two(int steps, HttpStatusCode expected) =>
        (await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow().AddSeconds(30 * steps)))).Status.ShouldBe(expected);

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        _codes.Count.ShouldBe(10);
        _codes.ShouldBeUnique();
        var browser = await _server.FirstStep(Email);
        var (status, me) = await browser.Post("/auth/second-factor", new { method = "recovery", code = _codes[0].ToLowerInvariant().Replace('-', ' ') });
        status.ShouldBe(HttpStatusCode.OK, me.ToString());
        (await browser.Query("{ sessions { method current } }")).GetProperty("sessions").EnumerateArray().First(s => s.GetProperty("current").GetBoolean()).Text("method").ShouldBe("recovery");
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = _codes[0] })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "totp", code = _codes[1] })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = _codes[1] })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_with_few_recovery_codes_is_told()
    {
        for (var i = 0; i < 7; i++)
        {
            await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = _codes[i] });
        }

        var (_, me) = await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow()));
        me.GetProperty("fewRecoveryCodes").GetInt32().ShouldBe(3);
        (await _agent.Query("{ secondFactors { recoveryCodesLeft recoveryCodesAreFew } }")).GetProperty("secondFactors").ToString().ShouldBe("""{"recoveryCodesLeft":3,"recoveryCodesAreFew":true}""");
    }

    [Fact]
    public async Task The_first_step_counts_for_five_minutes()
    {
        var browser = await _server.FirstStep(Email);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var late = await Second(browser, _app.At(_clock.GetUtcNow()));
        late.Status.ShouldBe(HttpStatusCode.Unauthorized);
        late.Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
    }

    [Fact]
    public async Task One_first_step_leads_to_one_session()
    {
        var browser = await _server.FirstStep(Email);
        var copy = browser.Copy();
        foreach (Cookie cookie in browser.Cookies.GetCookies(new Uri(_server.Url, "/auth")))
        {
            copy.Cookies.Add(cookie);
        }

        (await Second(browser, _app.At(_clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.OK);
        var again = await Second(copy, _app.At(_clock.GetUtcNow().AddSeconds(30)));
        again.Status.ShouldBe(HttpStatusCode.Unauthorized);
        again.Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
    }

    [Fact]
    public async Task A_new_password_between_the_steps_voids_the_first()
    {
        var browser = await _server.FirstStep(Email);
        await _agent.Mutate("mutation($old: String!) { changePassword(input: { currentPassword: $old, newPassword: \"another-long-password\" }) { errors { message } } }", new { old = TestServer.Password });
        (await Second(browser, _app.At(_clock.GetUtcNow()))).Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
    }

    [Fact]
    public async Task Deactivation_between_the_steps_voids_the_first_also_after_coming_back()
    {
        const string SetActive = "mutation($id: ID!, $a: Boolean!) { updateUser(input: { userId: $id, active: $a }) { errors { message } } }";
        var admin = await _server.AsAdmin();
        var browser = await _server.FirstStep(Email);
        await admin.Mutate(SetActive, new { id = _agent.Me.Id(), a = false });
        (await Second(browser, _app.At(_clock.GetUtcNow()))).Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
        await admin.Mutate(SetActive, new { id = _agent.Me.Id(), a = true });
        (await Second(browser, _app.At(_clock.GetUtcNow()))).Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
    }

    [Fact]
    public async Task Without_a_first_step_no_code_signs_in()
    {
        var alone = await Second(_server.AsNobody(), _app.At(_clock.GetUtcNow()));
        alone.Status.ShouldBe(HttpStatusCode.Unauthorized);
        alone.Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
    }

    [Fact]
    public async Task A_changed_cookie_is_no_first_step_and_the_first_step_is_no_session()
    {
        var browser = await _server.FirstStep(Email);
        var step = browser.Cookies.GetCookies(new Uri(_server.Url, "/auth"))["servicecrm-step"].ShouldNotBeNull();
        foreach (var changed in new[] { step.Value[..^2], step.Value[..20] + (step.Value[20] == 'A' ? 'B' : 'A') + step.Value[21..], "x", "" })
        {
            var forged = _server.AsNobody();
            forged.Cookies.Add(new Cookie("servicecrm-step", changed, "/auth", _server.Url.Host));
            (await Second(forged, _app.At(_clock.GetUtcNow()))).Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
        }

        // The sealed cookie under the names of the others: as a session, and as the challenge of a passkey.
        var stranger = _server.AsNobody();
        stranger.Cookies.Add(new Cookie("servicecrm", step.Value, "/", _server.Url.Host));
        stranger.Cookies.Add(new Cookie("servicecrm-passkey", step.Value, "/auth", _server.Url.Host));
        (await stranger.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        (await stranger.Post("/auth/passkey-sign-in", new { credential = new { } })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "/auth/me")]
    [InlineData("POST", "/auth/view-as")]
    [InlineData("POST", "/auth/passkeys/options")]
    [InlineData("POST", "/auth/passkeys")]
    [InlineData("POST", "/files")]
    [InlineData("GET", "/security-log.csv")]
    public async Task No_other_address_takes_the_first_step_for_a_sign_in(string method, string path)
    {
        var browser = await _server.FirstStep(Email);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "POST" ? new StringContent("{\"credential\":{}}", System.Text.Encoding.UTF8, "application/json") : null;
        using var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_for_account_and_address()
    {
        await using var strict = await TestServer.Start(settings: ("Access:TriesPerMinute", "5"));
        var agent = await strict.As("Agent");
        var (app, _) = await agent.EnrolTotp(strict);
        var browser = await strict.FirstStep(agent.Me.Text("email")!);
        for (var i = 0; i < 5; i++)
        {
            (await Second(browser, "000000")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var (status, body) = await Second(browser, app.Next(strict));
        status.ShouldBe(HttpStatusCode.TooManyRequests);
        body.GetProperty("retryAfterSeconds").GetInt32().ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task After_many_wrong_codes_none_is_taken_for_an_hour_from_wherever()
    {
        var browser = await _server.FirstStep(Email);
        for (var i = 0; i < Authenticator.MostWrongTries; i++)
        {
            await Second(browser, "000000");
        }

        (await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow()))).Body.Text("code").ShouldBe("WRONG_CODE");
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = _codes[0] })).Status.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromHours(1.1));
        (await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow()))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_security_log_tells_of_both_steps_and_of_refused_codes()
    {
        await Second(await _server.FirstStep(Email), "000000");
        await Second(await _server.FirstStep(Email), _app.At(_clock.GetUtcNow()));
        var log = (await (await _server.AsAdmin()).Query("{ securityLog(first: 20) { nodes { kind details subjectName } } }")).GetProperty("securityLog").GetProperty("nodes").EnumerateArray().ToList();
        log.Take(6).Select(e => e.Text("kind")).ShouldBe(Kinds);
        log[1].Text("details").ShouldBe("password+totp");
        log.Select(e => e.Text("details")).ShouldNotContain("000000");
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> Second(GraphQLClient browser, string code) => browser.Post("/auth/second-factor", new { method = "totp", code });
}
