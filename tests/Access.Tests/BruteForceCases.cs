using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Guessing and flooding: from one place, from many, all at once, hidden in one document.</summary>
public sealed class BruteForceCases : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly CheckCounter _checks = new();
    private TestServer _server = null!;

    // The proxy lets each request come from an address of its own.
    public async ValueTask InitializeAsync() => _server = await TestServer.Start(
        clock: _clock, services: s => s.AddSingleton<IPasswordHasher<User>>(_checks), settings: [("Access:TriesPerMinute", "5"), ("Proxy:Trusted:0", "127.0.0.1")]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_passwords_from_as_many_addresses_are_ten_checks_a_minute()
    {
        _checks.Reset();
        foreach (var batch in Enumerable.Range(0, 10_000).Chunk(100))
        {
            await Task.WhenAll(batch.Select(i => Guess(TestServer.AdminEmail, i)));
        }

        _checks.Verified.ShouldBe(10);
    }

    [Fact]
    public async Task Parallel_connections_from_one_address_are_five_checks_a_minute()
    {
        _checks.Reset();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Guess(TestServer.AdminEmail, 7)));
        _checks.Verified.ShouldBe(5);
        answers.Count(a => a == HttpStatusCode.TooManyRequests).ShouldBe(195);
    }

    [Fact]
    public async Task A_stranger_at_one_address_does_not_lock_the_owner_out_anywhere()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Guess(TestServer.AdminEmail, 7)));
        (await At(9).TrySignIn(TestServer.AdminEmail, TestServer.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Strangers_everywhere_do_not_lock_the_owner_out_of_a_known_device()
    {
        var laptop = At(1);
        await laptop.SignIn(TestServer.AdminEmail, TestServer.Password);
        await laptop.Post("/auth/sign-out");
        await Task.WhenAll(Enumerable.Range(100, 300).Select(i => Guess(TestServer.AdminEmail, i)));
        (await At(2).TrySignIn(TestServer.AdminEmail, TestServer.Password)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await laptop.TrySignIn(TestServer.AdminEmail, TestServer.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_known_device_is_slowed_too_and_known_only_to_its_people()
    {
        var laptop = At(1);
        await laptop.SignIn(TestServer.AdminEmail, TestServer.Password);
        await laptop.Post("/auth/sign-out");
        _checks.Reset();
        for (var i = 0; i < 20; i++)
        {
            await laptop.TrySignIn(TestServer.AdminEmail, "a guess from the sofa");
        }

        _checks.Verified.ShouldBe(5);
        await Make("eve@example.com");
        await Task.WhenAll(Enumerable.Range(100, 300).Select(i => Guess("eve@example.com", i)));
        (await laptop.TrySignIn("eve@example.com", TestServer.Password)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_forged_device_is_an_unknown_one()
    {
        await Task.WhenAll(Enumerable.Range(100, 300).Select(i => Guess(TestServer.AdminEmail, i)));
        var forger = At(3);
        forger.Cookies.Add(new Cookie("servicecrm-device", "Zm9yZ2Vk", "/auth", _server.Url.Host));
        (await forger.TrySignIn(TestServer.AdminEmail, TestServer.Password)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Who_reset_the_password_by_mail_gets_in_while_strangers_are_hammering()
    {
        await Make("eve@example.com");
        await Task.WhenAll(Enumerable.Range(100, 300).Select(i => Guess("eve@example.com", i)));
        var telephone = At(4);
        (await telephone.Reset(await ResetToken("eve@example.com"))).Status.ShouldBe(HttpStatusCode.OK);
        (await telephone.TrySignIn("eve@example.com", People.NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Aliases_in_one_document_count_each()
    {
        var agent = await Make("eve@example.com");
        _checks.Reset();
        var document = new StringBuilder("mutation {");
        for (var i = 0; i < 30; i++)
        {
            document.Append(System.Globalization.CultureInfo.InvariantCulture, $" a{i}: requestEmailChange(input: {{ newEmail: \"thief@example.org\", password: \"guess-number-{i}\" }}) {{ errors {{ code }} }}");
        }

        var answer = await agent.Send(document.Append('}').ToString());
        _checks.Verified.ShouldBeLessThanOrEqualTo(5, answer.ToString());
    }

    [Fact]
    public async Task Guessing_tokens_of_links_is_slowed_from_each_address()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => At(5).Reset($"guess-{i}")));
        answers.Count(a => a.Status == HttpStatusCode.Gone).ShouldBe(20);
        answers.Count(a => a.Status == HttpStatusCode.TooManyRequests).ShouldBe(80);
        (await At(5).Accept("guess")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await At(5).Post("/auth/link", new { purpose = "Invitation", token = "guess" })).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await At(6).Reset("guess")).ShouldBeGone();
    }

    [Fact]
    public async Task One_account_gets_three_reset_mails_an_hour_and_the_last_link_works()
    {
        await Make("eve@example.com");
        for (var i = 0; i < 30; i++)
        {
            (await At(i).Post("/auth/forgot-password", new { email = "eve@example.com" })).Status.ShouldBe(HttpStatusCode.Accepted);
            await _server.DeliverEvents();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var tokens = await _server.Tokens("eve@example.com", "new password");
        tokens.Count.ShouldBe(3);
        (await At(50).Reset(tokens[^1])).Status.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(61));
        await ResetToken("eve@example.com");
    }

    [Fact]
    public async Task The_installation_mails_no_more_links_an_hour_than_it_is_told()
    {
        await using var server = await TestServer.Start(clock: _clock, settings: ("Access:ResetMailsPerHour", "4"));
        var admin = await server.AsAdmin();
        foreach (var i in Enumerable.Range(0, 8))
        {
            await admin.Mutate("mutation($input: CreateUserInput!) { createUser(input: $input) { errors { message } } }", People.Account($"eve{i}@example.com"));
            await server.AsNobody().Post("/auth/forgot-password", new { email = $"eve{i}@example.com" });
            await server.DeliverEvents();
        }

        (await server.Mails()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task One_address_cannot_ask_for_the_passwords_of_everybody()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add((await At(8).Post("/auth/forgot-password", new { email = $"person{i}@example.com" })).Status);
        }

        answers.Count(a => a == HttpStatusCode.Accepted).ShouldBe(5);
        answers.Count(a => a == HttpStatusCode.TooManyRequests).ShouldBe(7);
    }

    [Fact]
    public async Task An_unknown_account_gets_the_answer_of_a_known_one_and_costs_the_same_statements()
    {
        var warm = await At(1).Post("/auth/forgot-password", new { email = "someone@example.com" });
        warm.Status.ShouldBe(HttpStatusCode.Accepted);
        var rows = await RequestsWritten();
        var known = await At(2).Post("/auth/forgot-password", new { email = TestServer.AdminEmail });
        (await RequestsWritten()).ShouldBe(rows + 1);
        var unknown = await At(3).Post("/auth/forgot-password", new { email = "nobody@example.com" });
        (await RequestsWritten()).ShouldBe(rows + 2);
        unknown.Status.ShouldBe(known.Status);
        unknown.Body.ToString().ShouldBe(known.Body.ToString());
        (await _server.Mails()).ShouldHaveSingleItem().To.Mailboxes.Single().Address.ShouldBe(TestServer.AdminEmail);
        (await _server.InScope((_, db) => db.Mails.CountAsync())).ShouldBe(1);
    }

    private Task<int> RequestsWritten() => _server.InScope((_, db) => db.ResetRequests.CountAsync());

    private GraphQLClient At(int address)
    {
        var client = _server.AsNobody();
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.0.{address / 250}.{(address % 250) + 1}");
        return client;
    }

    private async Task<HttpStatusCode> Guess(string email, int address)
    {
        using var client = At(address);
        return await client.TrySignIn(email, "a guess of a stranger");
    }

    private async Task<string> ResetToken(string email)
    {
        (await At(200).Post("/auth/forgot-password", new { email })).Status.ShouldBe(HttpStatusCode.Accepted);
        return (await _server.Tokens(email, "new password"))[^1];
    }

    private async Task<GraphQLClient> Make(string email)
    {
        var admin = At(240);
        await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        await admin.Mutate("mutation($input: CreateUserInput!) { createUser(input: $input) { errors { message } } }", People.Account(email));
        var eve = At(241);
        await eve.SignIn(email, TestServer.Password);
        return eve;
    }

    /// <summary>Checks cheaply and counts.</summary>
    private sealed class CheckCounter : IPasswordHasher<User>
    {
        private readonly PasswordHasher<User> _real = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        private int _verified;

        public int Verified => _verified;

        public void Reset() => _verified = 0;

        public string HashPassword(User user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
