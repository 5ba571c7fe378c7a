using System.Net;
using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Signing in with a provider, when everything is as it should be.</summary>
public sealed class SingleSignOnFeatures
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine]
    public async Task Somebody_with_a_verified_address_is_linked_once_and_signs_in_by_subject_from_then_on(DatabaseProvider engine)
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(engine, settings: provider.Settings());
        await Colleague(server, "ada@example.com");
        using var browser = new WalkingBrowser(server);
        (await browser.SignIn(provider, returnTo: "/customers?x=1")).ShouldBe("/customers?x=1");
        (await browser.Me())!.Value.Text("email").ShouldBe("ada@example.com");

        // The address at the provider is somebody else's now; the subject is still Ada.
        using var again = new WalkingBrowser(server);
        (await again.SignIn(provider, IdTokenForgery.With("email", "other@example.com"))).ShouldBe("/");
        (await again.Me())!.Value.Text("email").ShouldBe("ada@example.com");
        using var admin = await server.AsAdmin();
        var log = (await admin.Query("{ securityLog(filter: { kinds: [\"account.linked\", \"signIn.succeeded\"] }) { nodes { kind actorName details } } }")).ToString();
        log.ShouldContain("account.linked");
        log.ShouldContain("single sign-on company");
    }

    [Fact]
    public async Task Somebody_new_becomes_a_colleague_with_the_roles_of_the_groups_which_follow_at_each_sign_in()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(
            ForgingProvider.Setting("CreatePeople", "true"), ForgingProvider.Setting("GroupRoles:crm-agents", "Agent"), ForgingProvider.Setting("GroupRoles:crm-leads", "Manager"), ForgingProvider.Setting("GroupRoles:gone", "NoSuchRole")));
        using var browser = new WalkingBrowser(server);
        (await browser.SignIn(provider, IdTokenForgery.WithAll("groups", "crm-agents", "gone", "other"))).ShouldBe("/");
        Roles(await browser.Me()).ShouldBe(["Agent"]);
        (await browser.SignIn(provider, IdTokenForgery.With("groups", "crm-leads"))).ShouldBe("/");
        Roles(await browser.Me()).ShouldBe(["Manager"]);

        using var leaver = new WalkingBrowser(server);
        (await leaver.SignIn(provider, IdTokenForgery.WithAll("groups"))).ShouldStartWith("/sign-in?problem=notKnown");
        (await leaver.Me()).ShouldBeNull();
    }

    [Fact]
    public async Task Roles_given_by_hand_stay_beside_those_of_groups()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(ForgingProvider.Setting("GroupRoles:crm-leads", "Manager")));
        await Colleague(server, "ada@example.com", "Analyst");
        using var browser = new WalkingBrowser(server);
        await browser.SignIn(provider, IdTokenForgery.WithAll("groups", "crm-leads"));
        Roles(await browser.Me()).ShouldBe(["Analyst", "Manager"]);
        await browser.SignIn(provider);
        Roles(await browser.Me()).ShouldBe(["Analyst"]);
    }

    [Fact]
    public async Task Signing_out_here_names_the_session_that_shall_end_there()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings());
        await Colleague(server, "ada@example.com");
        using var browser = new WalkingBrowser(server);
        await browser.SignIn(provider);
        var (status, body) = await browser.Post("/auth/sign-out");
        status.ShouldBe(HttpStatusCode.OK);
        var location = body.Text("location")!;
        location.ShouldStartWith($"{provider.Issuer}/end?");
        location.ShouldContain("id_token_hint=ey");
        location.ShouldContain(Uri.EscapeDataString($"{server.Url}auth/sso/company/signed-out"));
        (await browser.Me()).ShouldBeNull();
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(location).Query)["state"];
        (await browser.Go($"/auth/sso/company/signed-out?state={Uri.EscapeDataString(state!)}")).ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_second_factor_of_ours_follows_unless_the_provider_asked_for_one_that_counts()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(ForgingProvider.Setting("SecondFactors:0", "mfa")));
        using var ada = await Colleague(server, "ada@example.com");
        var (app, _) = await ada.EnrolTotp(server);
        using var browser = new WalkingBrowser(server);
        (await browser.SignIn(provider, IdTokenForgery.WithAll("amr", "pwd"), returnTo: "/customers")).ShouldBe("/sign-in?step=totp,recovery&to=%2Fcustomers");
        (await browser.Me()).ShouldBeNull();
        (await browser.Post("/auth/second-factor", new { method = "totp", code = app.Next(server) })).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Me())!.Value.Text("email").ShouldBe("ada@example.com");

        using var trusted = new WalkingBrowser(server);
        (await trusted.SignIn(provider, IdTokenForgery.WithAll("amr", "pwd", "mfa"))).ShouldBe("/");
        (await trusted.Me()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_a_role_asks_for_a_second_factor_that_of_the_provider_is_enough()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(ForgingProvider.Setting("SecondFactors:0", "mfa")));
        await Colleague(server, "ada@example.com");
        using var admin = await server.AsAdmin();
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Agent\", required: true }) { errors { message } } }");
        using var with = new WalkingBrowser(server);
        await with.SignIn(provider, IdTokenForgery.WithAll("amr", "mfa"));
        Permissions(await with.Me()).ShouldContain("tickets.ticket.read");
        using var without = new WalkingBrowser(server);
        await without.SignIn(provider);
        Permissions(await without.Me()).ShouldBe(["access.factor.own"]);
    }

    [Fact]
    public async Task Somebody_signed_in_links_an_account_and_takes_it_away_again()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings());
        using var ada = await Colleague(server, "ada.byron@example.com");
        using var browser = new WalkingBrowser(server);
        (await browser.Post("/auth/sign-in", new { email = "ada.byron@example.com", password = TestServer.Password })).Status.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await browser.Post("/auth/sso/company/link", new { password = TestServer.Password });
        status.ShouldBe(HttpStatusCode.OK);
        (await browser.Return(provider, body.Text("location")!, IdTokenForgery.With("email_verified", false))).ShouldBe("/settings/profile?linked=1");
        var mine = (await ada.Query("{ externalLogins { id provider name } }")).GetProperty("externalLogins").EnumerateArray().Single();
        mine.Text("provider").ShouldBe("company");

        using var other = new WalkingBrowser(server);
        await other.SignIn(provider);
        (await other.Me())!.Value.Text("email").ShouldBe("ada.byron@example.com");
        await ada.Mutate("mutation($id: ID!) { removeExternalLogin(input: { externalLoginId: $id }) { externalLoginId errors { message code } } }", new { id = mine.Id() });
        (await other.Me()).ShouldBeNull("who came in by the account is out");
    }

    [Fact]
    public async Task Passwords_can_be_left_to_administrators()
    {
        await using var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings(("Access:SingleSignOn:Passwords", "Administrators")));
        using var admin = await server.AsAdmin();
        var made = await admin.Mutate("mutation($p: String!) { createUser(input: { name: \"Ada\", email: \"ada@example.com\", password: $p, roles: [\"Agent\"], teamIds: [] }) { user { id } errors { message } } }", new { p = TestServer.Password });
        made.GetProperty("user").Id().ShouldNotBeNull();
        using var browser = new WalkingBrowser(server);
        var (status, body) = await browser.Post("/auth/sign-in", new { email = "ada@example.com", password = TestServer.Password });
        status.ShouldBe(HttpStatusCode.Forbidden);
        body.Text("code").ShouldBe("PASSWORDS_OFF");
        (await browser.Post("/auth/sign-in", new { email = "ada@example.com", password = "something wrong" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.SignIn(provider)).ShouldBe("/");
    }

    [Fact]
    public async Task A_provider_with_new_keys_is_believed_again_and_one_that_is_away_is_told()
    {
        var provider = await ForgingProvider.Start();
        await using var server = await TestServer.Start(settings: provider.Settings());
        await Colleague(server, "ada@example.com");
        using var browser = new WalkingBrowser(server);
        (await browser.SignIn(provider)).ShouldBe("/");
        using var admin = await server.AsAdmin();
        const string Test = "{ identityProviderTest(key: \"company\") { reached problem keys signsOut } }";
        (await admin.Query(Test)).GetProperty("identityProviderTest").ToString().ShouldBe("""{"reached":true,"problem":null,"keys":1,"signsOut":true}""");
        await provider.DisposeAsync();
        (await admin.Query(Test)).GetProperty("identityProviderTest").GetProperty("reached").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("Authority", "http://idp.example.com", "AllowHttp", "false", "https address")]
    [InlineData("Key", "Not A Key", "Name", "x", "short name")]
    [InlineData("EmailDomains:0", "", "CreatePeople", "true", "")]
    public async Task A_wrong_setting_is_named_at_the_start(string one, string first, string two, string second, string says)
    {
        await using var provider = await ForgingProvider.Start();
        var settings = provider.Settings(ForgingProvider.Setting(one, first), ForgingProvider.Setting(two, second)).ToList();
        if (says.Length == 0)
        {
            settings.RemoveAll(s => s.Key.Contains("EmailDomains", StringComparison.Ordinal));
            says = "needs EmailDomains";
        }

        var refused = await Should.ThrowAsync<Exception>(() => TestServer.Start(settings: [.. settings]));
        refused.ToString().ShouldContain(says);
    }

    internal static async Task<GraphQLClient> Colleague(TestServer server, string email, string role = "Agent")
    {
        using var admin = await server.AsAdmin();
        await admin.Mutate(
            "mutation($e: String!, $p: String!, $r: String!) { createUser(input: { name: \"Ada Byron\", email: $e, password: $p, roles: [$r], teamIds: [] }) { user { id } errors { message } } }", new { e = email, p = TestServer.Password, r = role });
        return await server.SignIn(email, TestServer.Password);
    }

    private static List<string?> Roles(JsonElement? me) => [.. me!.Value.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Order(StringComparer.Ordinal)];

    private static List<string?> Permissions(JsonElement? me) => [.. me!.Value.GetProperty("permissions").EnumerateArray().Select(r => r.GetString())];
}
