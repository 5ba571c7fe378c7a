using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Customers.Tests;

/// <summary>Ways to get into the portal as somebody else, each by its name.</summary>
public sealed class PortalSignInAttacks
{
    private const string Ada = "ada@example.com";
    private static readonly (string, string)[] Public = [("Tickets:PublicUrl", "https://help.example.com")];

    [Theory, EachEngine]
    public async Task A_code_tried_six_times_opens_nothing_even_when_the_sixth_is_right(DatabaseProvider engine)
    {
        await using var server = await Started(engine);
        var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var code = await server.CodeFor(Ada);
        for (var left = 4; left >= 1; left--)
        {
            var (status, wrong) = await browser.EnterCode(Other(code));
            status.ShouldBe(HttpStatusCode.Unauthorized);
            wrong.Text("code").ShouldBe("WRONG_CODE");
            wrong.GetProperty("triesLeft").GetInt32().ShouldBe(left);
        }

        (await browser.EnterCode(Other(code))).Body.Text("code").ShouldBe("CODE_GONE");
        (await browser.EnterCode(code)).Body.Text("code").ShouldBe("CODE_GONE");
        (await browser.PortalAddress()).ShouldBeNull();
    }

    [Theory, EachEngine]
    public async Task Wrong_codes_sent_at_once_count_one_by_one(DatabaseProvider engine)
    {
        await using var server = await Started(engine);
        var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var code = await server.CodeFor(Ada);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.EnterCode(Other(code))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        (await server.InScope((_, db) => db.PortalSignIns.SingleAsync())).Tries.ShouldBe(5);
        (await browser.EnterCode(code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_code_is_of_no_use_in_another_browser()
    {
        await using var server = await Started();
        await (await server.AsAdmin()).Customer("Eve", "eve@example.com");
        var (ada, eve, stranger) = (server.OnPortal(), server.OnPortal(), server.OnPortal());
        await eve.AskForCode("eve@example.com");
        await ada.AskForCode(Ada);
        var code = await server.CodeFor(Ada);
        (await stranger.EnterCode(code)).Body.Text("code").ShouldBe("CODE_GONE");
        (await eve.EnterCode(code)).Body.Text("code").ShouldBe("WRONG_CODE");
        (await ada.EnterCode(code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachEngine]
    public async Task A_link_used_twice_or_ten_times_at_once_gives_one_session(DatabaseProvider engine)
    {
        await using var server = await Started(engine, Public);
        await server.OnPortal().AskForCode(Ada);
        var link = await server.LinkFor(Ada);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.OnPortal().OpenLink(link)));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        (await server.OnPortal().OpenLink(link)).Body.Text("code").ShouldBe("CODE_GONE");
        (await server.InScope((_, db) => db.PortalSessions.CountAsync())).ShouldBe(1);
    }

    [Theory, EachEngine]
    public async Task A_code_entered_four_times_at_once_gives_one_session_and_ends_the_link(DatabaseProvider engine)
    {
        await using var server = await Started(engine, Public);
        var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var (code, link) = (await server.CodeFor(Ada), await server.LinkFor(Ada));
        var copies = Enumerable.Range(0, 4).Select(_ => browser.Copy()).ToList();
        browser.Cookies.GetAllCookies().Count.ShouldBe(1);
        foreach (var copy in copies)
        {
            copy.Cookies.Add(browser.Cookies.GetAllCookies());
        }

        var answers = await Task.WhenAll(copies.Select(c => c.EnterCode(code)));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        (await server.OnPortal().OpenLink(link)).Body.Text("code").ShouldBe("CODE_GONE");
    }

    [Fact]
    public async Task Code_and_link_expire_after_fifteen_minutes_and_the_session_after_its_days()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock, settings: Public);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var (code, link) = (await server.CodeFor(Ada), await server.LinkFor(Ada));
        clock.Advance(TimeSpan.FromMinutes(15));
        (await browser.EnterCode(code)).Body.Text("code").ShouldBe("CODE_GONE");
        (await browser.OpenLink(link)).Body.Text("code").ShouldBe("CODE_GONE");

        await browser.AskForCode(Ada);
        (await browser.EnterCode(await server.CodeFor(Ada))).Status.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        (await browser.PortalAddress()).ShouldBe(Ada);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await browser.PortalAddress()).ShouldBeNull();
    }

    [Fact]
    public async Task A_scanner_that_opens_the_link_does_not_use_it_up()
    {
        await using var server = await Started(settings: Public);
        await server.OnPortal().AskForCode(Ada);
        var link = await server.LinkFor(Ada);
        using var scanner = server.OnPortal();
        foreach (var path in new[] { "/portal/sign-in/link", $"/portal/sign-in/link?link={link}", $"/portal/auth/sign-in?link={link}" })
        {
            using var opened = await scanner.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            opened.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        (await server.OnPortal().OpenLink(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachEngine]
    public async Task An_unknown_address_is_answered_like_a_known_one_at_every_step_and_gets_no_mail(DatabaseProvider engine)
    {
        await using var server = await Started(engine);
        var (known, unknown) = (await Walk(server, Ada), await Walk(server, "nobody@example.com"));
        unknown.ShouldBe(known);
        known.Count.ShouldBe(10);
        (await server.PortalMails("nobody@example.com")).ShouldBeEmpty();
        (await server.PortalMails(Ada)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_newer_code_ends_the_older_one()
    {
        await using var server = await Started();
        var (first, second) = (server.OnPortal(), server.OnPortal());
        await first.AskForCode(Ada);
        var older = await server.CodeFor(Ada);
        await second.AskForCode(Ada);
        var newer = await server.CodeFor(Ada);
        (await first.EnterCode(older)).Body.Text("code").ShouldBe("CODE_GONE");
        (await second.EnterCode(newer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EachEngine]
    public async Task A_flood_of_requests_mails_an_address_five_times_an_hour_and_leaves_the_last_code_alive(DatabaseProvider engine)
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(engine, clock);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        var browser = server.OnPortal();
        for (var i = 0; i < 5; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await browser.AskForCode(Ada);
            await server.DeliverEvents();
        }

        var code = await server.CodeFor(Ada);
        for (var i = 0; i < 10; i++)
        {
            await server.OnPortal().AskForCode(Ada);
        }

        (await server.PortalMails(Ada)).Count.ShouldBe(5);
        (await browser.EnterCode(code)).Status.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(1));
        await server.OnPortal().AskForCode(Ada);
        (await server.PortalMails(Ada)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task One_network_that_asks_for_or_tries_codes_of_many_addresses_is_slowed()
    {
        await using var server = await TestServer.Start(settings: [("Customers:PortalCodesPerTenMinutes", "10"), ("Customers:PortalTriesPerTenMinutes", "10")]);
        var browsers = new List<GraphQLClient>();
        for (var i = 0; i < 10; i++)
        {
            browsers.Add(server.OnPortal());
            await browsers[i].AskForCode($"victim{i}@example.com");
        }

        (await server.OnPortal().Post("/portal/auth/code", new { email = "victim10@example.com" })).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        var tries = new List<HttpStatusCode>();
        foreach (var browser in browsers.SelectMany(b => new[] { b, b }))
        {
            tries.Add((await browser.EnterCode("000000")).Status);
        }

        tries.Count(t => t == HttpStatusCode.Unauthorized).ShouldBe(10);
        tries.Count(t => t == HttpStatusCode.TooManyRequests).ShouldBe(10);
    }

    [Fact]
    public async Task Aliases_in_one_document_cannot_multiply_tries_because_no_document_signs_in()
    {
        await using var server = await Started();
        using var browser = server.OnPortal();
        var fields = (await browser.Query("{ __schema { mutationType { fields { name } } } }")).GetProperty("__schema").GetProperty("mutationType").GetProperty("fields").EnumerateArray().Select(f => f.Text("name")!).ToList();
        fields.Count.ShouldBeGreaterThan(5);
        fields.ShouldAllBe(f => !f.Contains("ign", StringComparison.Ordinal) && !f.Contains("ode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_host_that_a_request_names_never_reaches_the_mail()
    {
        await using var server = await Started();
        using var evil = server.OnPortal();
        foreach (var header in new[] { "Host", "X-Forwarded-Host", "Forwarded" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/portal/auth/code") { Content = JsonContent.Create(new { email = Ada }) };
            request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? "host=evil.example" : "evil.example").ShouldBeTrue();
            (await evil.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            await server.DeliverEvents();
        }

        var mails = await server.Mails();
        mails.Count.ShouldBe(3);
        mails.ShouldAllBe(m => !m.ToString().Contains("evil", StringComparison.Ordinal) && !m.TextBody!.Contains("://", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_network_of_IPv6_is_counted_as_one(string one, string other, bool same) =>
        (PortalGuard.NetworkOf(IPAddress.Parse(one)) == PortalGuard.NetworkOf(IPAddress.Parse(other))).ShouldBe(same);

    private static async Task<TestServer> Started(DatabaseProvider engine = DatabaseProvider.Sqlite, params (string, string)[] settings)
    {
        var server = await TestServer.Start(engine, settings: settings);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        return server;
    }

    /// <summary>Everything that somebody without the mail can see: answers, their headers, and what they cost the database.</summary>

    private static async Task<IReadOnlyList<string>> Walk(TestServer server, string email)
    {
        var seen = new List<string>();
        var (first, second) = (server.OnPortal(), server.OnPortal());
        foreach (var browser in new[] { first, second })
        {
            server.Sql.Reset();
            using var answer = await browser.Http.PostAsJsonAsync("/portal/auth/code", new { email, language = "en" });
            seen.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join(',', answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal))} {server.Sql.Statements.Count}");
            await server.DeliverMail();
        }

        foreach (var browser in new[] { first, second, second, second, second, second, second, first })
        {
            var (status, body) = await browser.EnterCode("not it");
            seen.Add($"{status} {body}");
        }

        return seen;
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>Waits until the sessions of addresses that nobody has are gone.</summary>
}
