using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>What a password is checked against, and how it is kept.</summary>
public sealed class PasswordFeatures : IAsyncLifetime
{
    private const string ChangePassword = "mutation($old: String!, $new: String!) { changePassword(input: { currentPassword: $old, newPassword: $new }) { user { id } errors { message path } } }";

    private readonly CountingHasher _hasher = new();
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start(services: s => s.AddSingleton<IPasswordHasher<User>>(_hasher));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("no address at all")]
    [InlineData("")]
    public async Task A_stranger_costs_as_many_hashes_as_a_colleague(string stranger)
    {
        await SignIn(TestServer.AdminEmail, "wrong-password");
        _hasher.Reset();
        (await SignIn(TestServer.AdminEmail, "wrong-password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var known = _hasher.Calls;
        _hasher.Reset();
        (await SignIn(stranger, "wrong-password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        known.ShouldBe((Verified: 1, Hashed: 0));
        _hasher.Calls.ShouldBe(known);
    }

    [Fact]
    public async Task Somebody_inactive_gets_the_answer_of_a_stranger_at_the_same_cost()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var admin = await _server.AsAdmin();
        await admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { user { id } errors { message } } }", new { id = agent.Me.Id() });
        _hasher.Reset();
        var inactive = await SignIn(email, TestServer.Password);
        _hasher.Calls.ShouldBe((Verified: 1, Hashed: 0));
        var stranger = await SignIn("nobody@example.com", TestServer.Password);
        inactive.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        inactive.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await inactive.Content.ReadAsStringAsync()).ShouldBe(await stranger.Content.ReadAsStringAsync());

        await admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: true }) { user { id } errors { message } } }", new { id = agent.Me.Id() });
        (await SignIn(email, TestServer.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_old_hash_is_renewed_at_the_next_sign_in_and_ends_no_session()
    {
        var agent = await _server.As("Agent");
        var old = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(null!, TestServer.Password);
        await Store(agent, old);
        var again = await _server.SignIn(agent.Me.Text("email")!, TestServer.Password);
        var renewed = await HashOf(agent);
        renewed.ShouldNotBe(old);
        new PasswordHasher<User>().VerifyHashedPassword(null!, renewed, TestServer.Password).ShouldBe(PasswordVerificationResult.Success);
        (await IsIn(agent)).ShouldBeTrue();
        (await IsIn(again)).ShouldBeTrue();
        await _server.SignIn(agent.Me.Text("email")!, TestServer.Password);
        (await HashOf(agent)).ShouldBe(renewed);
    }

    [Fact]
    public async Task A_wrong_password_renews_no_hash()
    {
        var agent = await _server.As("Agent");
        var old = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(null!, TestServer.Password);
        await Store(agent, old);
        await SignIn(agent.Me.Text("email")!, "wrong-password");
        (await HashOf(agent)).ShouldBe(old);
    }

    [Theory]
    [InlineData("not-my-password", "a-new-long-password", "currentPassword", "The current password is wrong.")]
    [InlineData(TestServer.Password, "short", "newPassword", "A password has at least 10 characters.")]
    [InlineData(TestServer.Password, "Password123", "newPassword", "This password is too easy to guess.")]
    public async Task A_refused_change_names_its_field_and_changes_nothing(string current, string wanted, string field, string message)
    {
        var agent = await _server.As("Agent");
        var before = await HashOf(agent);
        var refused = await agent.Refused(ChangePassword, new { old = current, @new = wanted });
        refused.GetProperty("path")[0].GetString().ShouldBe(field);
        refused.Text("message").ShouldBe(message);
        (await HashOf(agent)).ShouldBe(before);
        (await IsIn(agent)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_own_address_is_no_password()
    {
        var agent = await _server.As("Agent");
        (await agent.Refused(ChangePassword, new { old = TestServer.Password, @new = agent.Me.Text("email") })).Text("message")!.ShouldContain("too easy to guess");
    }

    [Fact]
    public async Task A_change_is_one_save_and_a_remembered_session_stays_remembered()
    {
        var agent = await _server.As("Agent");
        await agent.Http.PostAsJsonAsync("/auth/sign-in", new { email = agent.Me.Text("email"), password = TestServer.Password, remember = true });
        var version = await Version(agent);
        await agent.Mutate(ChangePassword, new { old = TestServer.Password, @new = "another-long-password" });
        (await Version(agent)).ShouldBe(version + 1);
        (await IsIn(agent)).ShouldBeTrue();
        var cookie = agent.Cookies.GetCookies(_server.Url)["servicecrm"]!;
        cookie.Expires.ShouldBeGreaterThan(DateTime.UnixEpoch);
    }

    private static async Task<bool> IsIn(GraphQLClient client) => (await client.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode == HttpStatusCode.OK;

    private Task<HttpResponseMessage> SignIn(string email, string password) => _server.AsNobody().Http.PostAsJsonAsync("/auth/sign-in", new { email, password });

    private Task<string> HashOf(GraphQLClient client) => Read(client, u => u.PasswordHash!);

    private Task<long> Version(GraphQLClient client) => Read(client, u => u.Version);

    private Task<T> Read<T>(GraphQLClient client, Func<User, T> what)
    {
        var email = client.Me.Text("email");
        return _server.InScope(async (_, db) => what(await db.Users.AsNoTracking().SingleAsync(u => u.Email == email)));
    }

    private Task<int> Store(GraphQLClient client, string hash)
    {
        var email = client.Me.Text("email");
        return _server.InScope(async (_, db) =>
        {
            (await db.Users.SingleAsync(u => u.Email == email)).Rehash(hash);
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>The real hasher, counted.</summary>
    private sealed class CountingHasher : IPasswordHasher<User>
    {
        private readonly PasswordHasher<User> _real = new();

        public (int Verified, int Hashed) Calls { get; private set; }

        public void Reset() => Calls = (0, 0);

        public string HashPassword(User user, string password)
        {
            Calls = (Calls.Verified, Calls.Hashed + 1);
            return _real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Calls = (Calls.Verified + 1, Calls.Hashed);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
