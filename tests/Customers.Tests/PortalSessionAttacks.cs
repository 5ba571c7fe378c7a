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

/// <summary>What a session on the portal reaches, and when it ends.</summary>
public sealed class PortalSessionAttacks
{
    private const string Ada = "ada@example.com";
    private static readonly (string, string)[] Public = [("Tickets:PublicUrl", "https://help.example.com")];

    [Fact]
    public async Task A_form_of_another_site_cannot_sign_anybody_in_or_out()
    {
        await using var server = await Started();
        using var victim = await server.SignInToPortal(Ada);
        victim.Http.DefaultRequestHeaders.Remove("GraphQL-Preflight");
        (await victim.Post("/portal/auth/sign-out")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await victim.Post("/portal/auth/code", new { email = Ada })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await victim.EnterCode("000000")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var form = new FormUrlEncodedContent([new("query", "{ me { address } }")]);
        (await victim.Http.PostAsync(new Uri("/portal/graphql", UriKind.Relative), form, TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task The_portals_cookie_is_no_session_of_staff_and_staffs_none_of_the_portal()
    {
        await using var server = await Started();
        using var customer = await server.SignInToPortal(Ada);
        var cookie = customer.Cookies.GetAllCookies().ShouldHaveSingleItem();
        (cookie.Path, cookie.HttpOnly).ShouldBe(("/portal", true));
        using var asStaff = server.AsNobody();
        asStaff.Cookies.Add(server.Url, new Cookie("servicecrm", cookie.Value));
        asStaff.Cookies.Add(server.Url, new Cookie(cookie.Name, cookie.Value, "/"));
        (await asStaff.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        (await asStaff.Http.GetAsync(new Uri("/auth/me", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var admin = await server.AsAdmin();
        using var onPortal = server.OnPortal();
        var staffs = admin.Cookies.GetAllCookies().First(c => c.Name == "servicecrm").Value;
        onPortal.Cookies.Add(server.Url, new Cookie("servicecrm", staffs));
        onPortal.Cookies.Add(server.Url, new Cookie(cookie.Name, staffs, "/portal"));
        (await onPortal.PortalAddress()).ShouldBeNull();
        (await onPortal.Send("{ myTickets { totalCount } }")).ToString().ShouldContain("NOT_SIGNED_IN");
    }

    [Theory, EachEngine]
    public async Task A_session_ends_when_the_customer_is_deleted(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        using var browser = await server.SignInToPortal(Ada);
        await admin.Mutate("mutation($c: ID!) { deleteCustomer(input: { customerId: $c }) { errors { message } } }", new { c = id });
        (await browser.PortalAddress()).ShouldBeNull();
        await Forgotten(server);
        await admin.Customer("Another Ada", Ada);
        (await browser.PortalAddress()).ShouldBeNull();
    }

    [Theory, EachEngine]
    public async Task A_session_ends_when_its_address_is_taken_away_and_stays_ended_when_it_is_given_back(DatabaseProvider engine)
    {
        const string change = "mutation($c: ID!, $e: [EmailInput!]) { updateCustomer(input: { customerId: $c, emails: $e }) { errors { message } } }";
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        using var browser = await server.SignInToPortal(Ada);
        await admin.Mutate(change, new { c = id, e = new[] { new { address = "new@example.com" } } });
        (await browser.PortalAddress()).ShouldBeNull();
        await Forgotten(server);
        await admin.Mutate(change, new { c = id, e = new[] { new { address = Ada } } });
        (await browser.PortalAddress()).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_on_its_way_opens_nothing_once_the_address_is_gone()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        using var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var code = await server.CodeFor(Ada);
        await admin.Mutate("mutation($c: ID!) { deleteCustomer(input: { customerId: $c }) { errors { message } } }", new { c = id });
        (await browser.EnterCode(code)).Body.Text("code").ShouldBe("CODE_GONE");
    }

    [Fact]
    public async Task The_tables_hold_hashes_only()
    {
        await using var server = await Started(settings: Public);
        using var browser = server.OnPortal();
        await browser.AskForCode(Ada);
        var (code, link, nonce) = (await server.CodeFor(Ada), await server.LinkFor(Ada), browser.Cookies.GetAllCookies()[0].Value);
        var stored = await server.InScope(async (_, db) => System.Text.Json.JsonSerializer.Serialize(await db.PortalSignIns.Select(s => new { s.BrowserHash, s.CodeHash, s.LinkHash }).ToListAsync()));
        await browser.EnterCode(code);
        var session = browser.Cookies.GetAllCookies().ShouldHaveSingleItem().Value;
        stored += await server.InScope(async (_, db) => System.Text.Json.JsonSerializer.Serialize(await db.PortalSessions.Select(s => s.TokenHash).ToListAsync()));
        stored += await server.InScope(async (_, db) => System.Text.Json.JsonSerializer.Serialize(await db.AuditEntries.Select(s => s.Changes).ToListAsync()));
        foreach (var secret in new[] { link, nonce, session, $"\"{code}\"" })
        {
            stored.ShouldNotContain(secret);
        }
    }

    [Theory, EachEngine]
    public async Task The_filters_show_a_customer_the_own_row_and_nothing_that_staff_have_written_about_it(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var id = await admin.Customer("Ada Byron", Ada);
        await admin.Customer("Eve", "eve@example.com");
        await admin.Mutate("mutation($c: ID!) { addCustomerNote(input: { customerId: $c, body: \"calls on Fridays\" }) { errors { message } } }", new { c = id });
        GraphQL.GlobalId.TryDecode(id, "Customer", out var key).ShouldBeTrue();
        var caller = Caller.OnPortal(new PortalRights(Guid.CreateVersion7(), Ada, "Ada Byron", [key]));
        var seen = await server.InScope(async (_, db) => (
            await db.Customers.Select(c => c.DisplayName).ToListAsync(), await db.CustomerNotes.CountAsync(), await db.Timeline.CountAsync(), await db.Orders.CountAsync(), await db.PortalSignIns.CountAsync()), caller);
        seen.Item1.ShouldBe(["Ada Byron"]);
        (seen.Item2, seen.Item3, seen.Item4, seen.Item5).ShouldBe((0, 0, 0, 0));
        (await server.InScope((_, db) => db.Customers.CountAsync(), Caller.Customer)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_wanted_to_sign_in_is_forgotten_after_two_days_and_sessions_a_year_after_they_were_over()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        using var browser = await server.SignInToPortal(Ada);
        await server.OnPortal().AskForCode("nobody@example.com");
        clock.Advance(TimeSpan.FromDays(3));
        (await Left(server)).ShouldBe((0, 1));
        clock.Advance(TimeSpan.FromDays(14 + 365));
        (await Left(server)).ShouldBe((0, 0));
    }

    private static Task<(int SignIns, int Sessions)> Left(TestServer server) => server.InScope(async (services, db) =>
    {
        await RemoveOldPortalSignIns.Run(db, services.GetRequiredService<TimeProvider>(), CancellationToken.None);
        return (await db.PortalSignIns.CountAsync(), await db.PortalSessions.CountAsync());
    });

    private static async Task Forgotten(TestServer server)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await server.InScope((_, db) => db.PortalSessions.AnyAsync()))
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<TestServer> Started(DatabaseProvider engine = DatabaseProvider.Sqlite, params (string, string)[] settings)
    {
        var server = await TestServer.Start(engine, settings: settings);
        await (await server.AsAdmin()).Customer("Ada Byron", Ada);
        return server;
    }
}
