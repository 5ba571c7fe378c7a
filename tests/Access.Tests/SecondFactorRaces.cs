using System.Net;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>The same proof from many browsers at the same moment.</summary>
public sealed class SecondFactorRaces
{
    private const int Browsers = 12;

    [Theory, EachEngine]
    public async Task One_code_gives_one_session(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var (app, recovery) = await agent.EnrolTotp(server);
        var email = agent.Me.Text("email")!;
        (await AllAtOnce(server, email, "totp", app.Next(server))).ShouldBe(1);
        (await AllAtOnce(server, email, "recovery", recovery[0])).ShouldBe(1);
        (await agent.Query("{ sessions { method } }")).GetProperty("sessions").EnumerateArray().Select(s => s.Text("method")).Order(StringComparer.Ordinal).ShouldBe(["password", "password+totp", "recovery"]);
    }

    [Theory, EachEngine]
    public async Task One_first_step_with_two_codes_gives_one_session(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var (_, recovery) = await agent.EnrolTotp(server);
        var browser = await server.FirstStep(agent.Me.Text("email")!);
        var answers = await Task.WhenAll(recovery.Select(code => browser.Post("/auth/second-factor", new { method = "recovery", code })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
    }

    [Theory, EachEngine]
    public async Task One_answer_of_a_passkey_gives_one_session(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        using var passkey = new SoftPasskey();
        await agent.EnrolPasskey(passkey);
        var browser = server.AsNobody();
        var credential = await browser.AnswerChallenge(passkey);
        var answers = await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => browser.Post("/auth/passkey-sign-in", new { credential })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => (int)a.Status >= 400 && (int)a.Status < 500);
    }

    [Theory, EachEngine]
    public async Task Guesses_at_the_same_moment_do_not_share_one_look_at_the_counter(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var (app, _) = await agent.EnrolTotp(server);
        var browser = await server.FirstStep(agent.Me.Text("email")!);
        await Task.WhenAll(Enumerable.Range(0, 2 * Authenticator.MostWrongTries).Select(_ => browser.Post("/auth/second-factor", new { method = "totp", code = "000000" })));
        (await browser.Post("/auth/second-factor", new { method = "totp", code = app.Next(server) })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<int> AllAtOnce(TestServer server, string email, string method, string code)
    {
        var browsers = await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => server.FirstStep(email)));
        var answers = await Task.WhenAll(browsers.Select(b => b.Post("/auth/second-factor", new { method, code })));
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        return answers.Count(a => a.Status == HttpStatusCode.OK);
    }
}
