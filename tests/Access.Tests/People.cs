using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Access.Tests;

/// <summary>How people come, change and go, the way the console does it.</summary>
internal static class People
{
    public const string Invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { user { id state invitedUntil } link errors { code message path } } }";
    public const string ChangeEmail = "mutation($to: String!, $p: String) { requestEmailChange(input: { newEmail: $to, password: $p }) { sentTo errors { code message path } } }";
    public const string Delete = "mutation($input: DeleteUserInput!) { deleteUser(input: $input) { user { id name state email } errors { code message path } } }";
    public const string NewPassword = "an-entirely-new-phrase";

    private static readonly Regex Link = new(@"token=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static object Guest(string email, string role = "Agent") => new { input = new { email, name = "Eve Guest", roles = new[] { role }, teamIds = Array.Empty<string>(), language = "en" } };

    public static object Account(string email) => new { input = new { name = "Eve", email, password = TestServer.Password, roles = new[] { "Agent" }, teamIds = Array.Empty<string>() } };

    public static async Task<string> InviteGuest(this GraphQLClient admin, string email = "eve@example.com", string role = "Agent") =>
        TokenIn((await admin.Mutate(Invite, Guest(email, role))).Text("link")!);

    public static string TokenIn(string text) => Link.Match(text).Groups["token"].Value;

    /// <summary>The tokens of the mails to an address whose subject holds these words, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Tokens(this TestServer server, string to, string subject) =>
        [.. (await server.Mails()).Where(m => m.To.Mailboxes.Single().Address == to && m.Subject!.Contains(subject, StringComparison.Ordinal)).Select(m => TokenIn(m.TextBody!))];

    public static async Task<string> ResetToken(this TestServer server, string email)
    {
        server.Clock?.Advance(TimeSpan.FromSeconds(1));
        (await server.AsNobody().Post("/auth/forgot-password", new { email })).Status.ShouldBe(HttpStatusCode.Accepted);
        return (await server.Tokens(email, "new password"))[^1];
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> Reset(this GraphQLClient client, string token, string password = NewPassword) =>
        client.Post("/auth/reset-password", new { token, password });

    public static Task<(HttpStatusCode Status, JsonElement Body)> Accept(this GraphQLClient client, string token, string name = "Eve", string password = NewPassword) =>
        client.Post("/auth/welcome", new { token, name, password });

    /// <summary>Asks for another address and reads both mails.</summary>
    public static async Task<(string Confirm, string Undo)> AskForEmail(this TestServer server, GraphQLClient client, string to, string password = TestServer.Password)
    {
        server.Clock?.Advance(TimeSpan.FromSeconds(1));
        var old = (await client.Query("{ viewer { email } }")).GetProperty("viewer").Text("email")!;
        await client.Mutate(ChangeEmail, new { to, p = password });
        return ((await server.Tokens(to, "Confirm"))[^1], (await server.Tokens(old, "to be changed"))[^1]);
    }

    public static async Task<HttpStatusCode> TrySignIn(this GraphQLClient client, string email, string password) =>
        (await client.Post("/auth/sign-in", new { email, password })).Status;

    public static async Task<bool> IsIn(this GraphQLClient client) => (await client.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode == HttpStatusCode.OK;

    public static void ShouldBeGone(this (HttpStatusCode Status, JsonElement Body) answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.Gone, answer.Body.ToString());
        answer.Body.Text("code").ShouldBe("LINK_GONE");
    }
}
