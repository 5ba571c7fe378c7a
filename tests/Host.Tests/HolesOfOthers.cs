using System.Net;
using System.Net.Http.Json;
using ServiceCrm.GraphQL;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Holes that were found in other help desks and have no test elsewhere; <c>docs/security.md</c> lists them all.</summary>
public sealed class HolesOfOthers : IAsyncLifetime
{
    private TestServer _server = null!;
    private GraphQLClient _agent = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(settings: ("Access:TriesPerMinute", "10"));
        _agent = await _server.As("Agent");
    }

    public async ValueTask DisposeAsync()
    {
        _agent.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>CVE-2026-34722: the main thing was asked for, what is linked to it was not.</summary>
    [Fact]
    public async Task No_second_id_of_an_input_reaches_what_the_first_would_not()
    {
        using var admin = await _server.AsAdmin();
        var ticket = (await _agent.Ticket("Mine")).Id();
        var foreign = (await admin.Ticket("Foreign", teamId: await admin.Team("Other"))).Id();
        var file = await admin.Upload("foreign.txt", [1, 2, 3], "text/plain");
        var unknown = GlobalId.Encode("File", Guid.CreateVersion7());
        const string Reply = "mutation($t: ID!, $f: ID!) { replyToTicket(input: { ticketId: $t, body: \"See this\", fileIds: [$f] }) { ticket { id } errors { code message } } }";
        (await _agent.Query(Reply, new { t = ticket, f = file })).ToString().ShouldBe((await _agent.Query(Reply, new { t = ticket, f = unknown })).ToString());
        const string Many = "mutation($ids: [ID!]!) { updateTickets(input: { ticketIds: $ids, priority: URGENT }) { errors { code message } } }";
        (await _agent.Query(Many, new { ids = new[] { ticket, foreign } })).ToString().ShouldBe((await _agent.Query(Many, new { ids = new[] { ticket, GlobalId.Encode("Ticket", Guid.CreateVersion7()) } })).ToString());
        (await _agent.Query("query($t: ID!) { ticket(id: $t) { priority messageCount } }", new { t = ticket })).GetProperty("ticket").ToString().ShouldBe("""{"priority":"NORMAL","messageCount":1}""");
    }

    /// <summary>CVE-2026-34720: a header that a proxy was trusted to set came from anybody.</summary>
    [Fact]
    public async Task No_header_signs_anybody_in_or_says_who_the_client_is()
    {
        using var nobody = _server.AsNobody();
        foreach (var header in new[] { "Remote-User", "X-Remote-User", "X-Forwarded-User", "X-Forwarded-Email", "X-Auth-Request-Email", "X-Authenticated-User", "X-WebAuth-User" })
        {
            nobody.Http.DefaultRequestHeaders.Add(header, TestServer.AdminEmail);
        }

        (await nobody.Http.GetAsync(new Uri("/auth/me", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        for (var i = 0; i < 30; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/auth/sign-in", UriKind.Relative)) { Content = JsonContent.Create(new { email = _agent.Me.Text("email"), password = "a wrong password" }) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            request.Headers.Add("X-Requested-With", "tests");
            using var answer = await nobody.Http.SendAsync(request, Ct);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return;
            }
        }

        throw new Xunit.Sdk.XunitException("Thirty guesses from one client, each with another forwarded address, were not slowed.");
    }

    /// <summary>Aliases and lists in one document passed limits that counted requests.</summary>
    [Fact]
    public async Task Guesses_in_one_document_are_counted_one_by_one()
    {
        var guesses = string.Concat(Enumerable.Range(0, 25).Select(i => $"g{i}: changePassword(input: {{ currentPassword: \"a wrong guess {i}\", newPassword: \"another-long-password\" }}) {{ errors {{ code }} }} "));
        var answer = await _agent.Query($"mutation {{ {guesses} }}");
        answer.EnumerateObject().Count(g => g.Value.GetProperty("errors")[0].Text("code") == "TOO_MANY_TRIES").ShouldBeGreaterThanOrEqualTo(15);
    }

    /// <summary>CVE-2026-7460: what strangers write was markup where administrators look.</summary>
    [Fact]
    public async Task What_strangers_write_is_text_on_every_page_and_no_page_runs_a_script_in_line()
    {
        using var page = await _agent.Http.GetAsync(new Uri("/settings/mail", UriKind.Relative), Ct);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe-inline' 'unsafe-eval");
        policy.Split(';').Select(p => p.Trim()).Single(p => p.StartsWith("script-src", StringComparison.Ordinal)).ShouldNotContain("unsafe");
    }
}
