using System.Net;
using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Customers.Tests;

/// <summary>Signing in to the portal by a mailed code or link, and what the session knows.</summary>
public sealed class PortalSignInFeatures
{
    private const string Ada = "ada@example.com";
    private static readonly (string, string)[] Public = [("Tickets:PublicUrl", "https://help.example.com/"), ("Tickets:CompanyName", "Lamps & Co")];

    [Theory, EachEngine]
    public async Task The_code_in_the_mail_signs_in_and_the_session_speaks_for_every_customer_with_that_address(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        await admin.Customer("Ada Byron", Ada, "byron@example.com");
        await admin.Customer("Byron Ltd", "office@example.com", "ADA@example.com");
        await admin.Customer("Somebody else", "ada@example.org");

        var browser = await server.SignInToPortal("Ada@Example.com");
        var me = (await browser.Query("{ me { address name customers { id name } sessions { current userAgent } } }")).GetProperty("me");
        me.Text("address").ShouldBe(Ada);
        me.GetProperty("customers").EnumerateArray().Select(c => c.Text("name")).ShouldBe(["Ada Byron", "Byron Ltd"]);
        me.GetProperty("sessions").EnumerateArray().ShouldHaveSingleItem().GetProperty("current").GetBoolean().ShouldBeTrue();

        var (status, _) = await browser.Post("/portal/auth/sign-out");
        status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.PortalAddress()).ShouldBeNull();
    }

    [Fact]
    public async Task The_link_in_the_mail_works_in_any_browser_and_leads_to_the_address_that_an_administrator_has_set()
    {
        await using var server = await TestServer.Start(settings: Public);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        await server.OnPortal().AskForCode(Ada);
        (await server.PortalMails(Ada)).ShouldHaveSingleItem().ShouldContain("https://help.example.com/portal/sign-in/link#");

        var telephone = server.OnPortal();
        (await telephone.OpenLink(await server.LinkFor(Ada))).Status.ShouldBe(HttpStatusCode.OK);
        (await telephone.PortalAddress()).ShouldBe(Ada);
    }

    [Fact]
    public async Task The_mail_is_written_in_the_language_of_the_customer_or_else_of_the_page_and_its_body_is_forgotten()
    {
        await using var server = await TestServer.Start(settings: Public);
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        await server.OnPortal().AskForCode(Ada, "ru");
        await admin.Mutate("mutation($c: ID!) { updateCustomer(input: { customerId: $c, language: \"de-AT\" }) { errors { message } } }", new { c = id });
        await server.OnPortal().AskForCode(Ada, "ru");
        var mails = (await server.Mails()).OrderBy(m => m.Date).ToList();
        mails.Select(m => m.Subject).ShouldBe(["Вход на сайт «Lamps & Co»", "Ihre Anmeldung bei Lamps & Co"]);
        mails[1].HtmlBody.ShouldNotBeNull().ShouldContain("Lamps &amp; Co");
        mails[1].HtmlBody.ShouldNotBeNull().ShouldContain("lang=\"de\"");
        (await admin.Query("{ mails(first: 10) { nodes { kind } } }")).ToString().ShouldNotContain(await server.CodeFor(Ada));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_of_the_address_and_no_other()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        await admin.Customer("Ada Byron", Ada);
        await admin.Customer("Eve", "eve@example.com");
        var (laptop, telephone, eve) = (await server.SignInToPortal(Ada), await server.SignInToPortal(Ada), await server.SignInToPortal("eve@example.com"));
        (await laptop.Query("{ me { sessions { id } } }")).GetProperty("me").GetProperty("sessions").GetArrayLength().ShouldBe(2);
        await laptop.Post("/portal/auth/sign-out", new { everywhere = true });
        (await laptop.PortalAddress()).ShouldBeNull();
        (await telephone.PortalAddress()).ShouldBeNull();
        (await eve.PortalAddress()).ShouldBe("eve@example.com");
    }

    [Theory, EachEngine]
    public async Task Staff_see_the_last_sign_in_and_end_the_sessions_with_those_on_their_way(DatabaseProvider engine)
    {
        const string seen = "query($c: ID!) { customer(id: $c) { portalAccess { lastSignedInAt openSessions } } }";
        const string end = "mutation($c: ID!) { endPortalSessions(input: { customerId: $c }) { ended customer { portalAccess { openSessions } } errors { code message } } }";
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        (await admin.Query(seen, new { c = id })).GetProperty("customer").GetProperty("portalAccess").ValueKind.ShouldBe(JsonValueKind.Null);
        var browser = await server.SignInToPortal(Ada);
        (await admin.Query(seen, new { c = id })).GetProperty("customer").GetProperty("portalAccess").GetProperty("openSessions").GetInt32().ShouldBe(1);

        var waiting = server.OnPortal();
        await waiting.AskForCode(Ada);
        var code = await server.CodeFor(Ada);
        (await (await server.As("Analyst")).Send(end, new { c = id })).ToString().ShouldContain("NOT_ALLOWED");
        (await (await server.As("Agent")).Mutate(end, new { c = id })).GetProperty("ended").GetInt32().ShouldBe(1);
        (await browser.PortalAddress()).ShouldBeNull();
        (await waiting.EnterCode(code)).Body.Text("code").ShouldBe("CODE_GONE");
    }

    [Fact]
    public async Task A_customer_chooses_the_language_of_what_we_write()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        var browser = await server.SignInToPortal(Ada);
        var changed = await browser.Mutate("mutation { changeMyLanguage(input: { language: \"ru\" }) { me { customers { language } } errors { message path } } }");
        changed.GetProperty("me").GetProperty("customers")[0].Text("language").ShouldBe("ru");
        (await admin.Query("query($c: ID!) { customer(id: $c) { language } }", new { c = id })).GetProperty("customer").Text("language").ShouldBe("ru");
        (await browser.Refused("mutation { changeMyLanguage(input: { language: \"not a language\" }) { errors { code path } } }")).GetProperty("path")[0].GetString().ShouldBe("language");
    }

    [Fact]
    public async Task The_security_log_tells_of_sign_ins_refusals_and_slow_downs_and_holds_no_secret()
    {
        await using var server = await TestServer.Start(settings: [("Customers:PortalTriesPerTenMinutes", "3"), .. Public]);
        var admin = await server.AsAdmin();
        await admin.Customer("Ada Byron", Ada);
        var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var (code, link) = (await server.CodeFor(Ada), await server.LinkFor(Ada));
        await browser.EnterCode("no");
        await browser.EnterCode(code);
        await browser.Post("/portal/auth/sign-out");
        await browser.EnterCode("no");
        (await browser.EnterCode("no")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        var log = (await admin.Query("{ securityLog(first: 50) { nodes { kind actorName subjectName details } } }")).GetProperty("securityLog").GetProperty("nodes").EnumerateArray()
            .Where(e => e.Text("kind")!.StartsWith("portal.", StringComparison.Ordinal)).ToList();
        log.Select(e => e.Text("kind")).Reverse().ShouldBe(["portal.refused", "portal.signIn", "portal.signOut", "portal.refused", "portal.slowed"]);
        log.First(e => e.Text("kind") == "portal.signIn").Text("subjectName").ShouldBe("Ada Byron");
        log.ShouldAllBe(e => !e.ToString().Contains(code, StringComparison.Ordinal) && !e.ToString().Contains(link, StringComparison.Ordinal));
    }
}
