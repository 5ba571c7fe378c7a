using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>What ends a session ends the live subscriptions that it opened.</summary>
public sealed class SessionFeatures : IAsyncLifetime
{
    private const string Watch = "subscription { ticketChanged { ticket { number } } }";
    private const int NoLongerAllowed = 4403;

    private TestServer _server = null!;
    private GraphQLClient _admin = null!;
    private GraphQLClient _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_live_subscription_goes_on_while_its_session_stands()
    {
        using var live = await Listen(_agent);
        var ticket = await _admin.Ticket();
        (await live.Receive())!.Value.ToString().ShouldContain(ticket.GetProperty("number").ToString());
        live.CloseCode.ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_password_ends_live_subscriptions_of_the_old_sessions()
    {
        using var live = await Listen(_agent);
        var elsewhere = await _server.SignIn(_agent.Me.Text("email")!, TestServer.Password);
        await elsewhere.Mutate("mutation($old: String!) { changePassword(input: { currentPassword: $old, newPassword: \"another-long-password\" }) { user { id } errors { message } } }", new { old = TestServer.Password });
        await ShouldEnd(live);
        using var again = await Listen(elsewhere);
        await _admin.Ticket();
        (await again.Receive()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Deactivation_ends_live_subscriptions()
    {
        using var live = await Listen(_agent);
        await _admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { user { id } errors { message } } }", new { id = _agent.Me.Id() });
        await ShouldEnd(live);
    }

    [Fact]
    public async Task A_revoked_token_ends_live_subscriptions()
    {
        var made = await _agent.Mutate("mutation { createAccessToken(input: { name: \"script\" }) { secret accessToken { id } errors { message } } }");
        using var live = await Listen(_agent.WithToken(made.Text("secret")!));
        await _agent.Mutate("mutation($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { accessToken { id } errors { message } } }", new { id = made.GetProperty("accessToken").Id() });
        await ShouldEnd(live);
    }

    [Fact]
    public async Task Nobody_opens_a_socket_without_a_session()
    {
        using var live = await LiveClient.Connect(_server, _server.AsNobody());
        (await live.Receive()).ShouldBeNull();
        live.CloseCode.ShouldBe(NoLongerAllowed);
    }

    [Fact]
    public async Task A_session_newer_than_what_this_node_remembers_is_let_in()
    {
        GlobalId.TryDecode(_agent.Me.Id(), UserId.TypeName, out var key).ShouldBeTrue();
        var id = new UserId(key);
        var directory = _server.Services.GetRequiredService<CallerDirectory>();
        (await directory.Find(id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        // As another node would, which tells this one a moment later.
        await _server.InScope((_, db) => db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, "newer")));
        (await directory.Find(id, "newer", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await directory.Find(id, "older", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private async Task<LiveClient> Listen(GraphQLClient session)
    {
        var feed = _server.Services.GetRequiredService<ChangeFeed>();
        var before = feed.Listeners;
        var live = await LiveClient.Subscribe(_server, session, Watch);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (feed.Listeners == before && await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            // The subscription listens once it is counted.
        }

        return live;
    }

    private async Task ShouldEnd(LiveClient live)
    {
        await _admin.Ticket("Nobody there should hear of this");
        while (await live.Receive() is { } message)
        {
            message.ToString().ShouldNotContain("\"next\"");
        }

        live.CloseCode.ShouldBe(NoLongerAllowed);
    }
}
