using System.Net;
using System.Text.RegularExpressions;
using Shouldly;

namespace ServiceCrm.Testing;

/// <summary>Customers on the portal: they ask for a code, read it in the mail and enter it.</summary>
public static partial class PortalPeople
{
    /// <summary>A browser on the portal in which nobody is signed in.</summary>
    public static GraphQLClient OnPortal(this TestServer server) => new(server.Url) { Path = "/portal/graphql" };

    /// <summary>Makes a customer with this address; the client must be staff.</summary>
    /// <returns>its global id</returns>
    public static async Task<string> Customer(this GraphQLClient client, string name, params string[] addresses) => (await client.Mutate(
        "mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } errors { message } } }",
        new { input = new { name, emails = addresses.Select(a => new { address = a }), allowDuplicate = true } })).GetProperty("customer").Id();

    /// <summary>Asks for a code; that it is answered as always is part of it.</summary>
    public static async Task AskForCode(this GraphQLClient browser, string email, string language = "en")
    {
        var (status, body) = await browser.Post("/portal/auth/code", new { email, language });
        status.ShouldBe(HttpStatusCode.Accepted, body.ToString());
    }

    /// <summary>The code in the latest mail to an address.</summary>
    public static async Task<string> CodeFor(this TestServer server, string email) => Code().Match((await server.PortalMails(email))[^1]).Groups["code"].Value;

    /// <summary>The secret of the link in the latest mail to an address; the server needs a <c>Tickets:PublicUrl</c>.</summary>
    public static async Task<string> LinkFor(this TestServer server, string email) => Link().Match((await server.PortalMails(email))[^1]).Groups["link"].Value;

    /// <summary>The texts of all mails to an address, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> PortalMails(this TestServer server, string email) =>
        [.. (await server.Mails()).Where(m => m.To.Mailboxes.Any(b => b.Address.Equals(email, StringComparison.OrdinalIgnoreCase))).OrderBy(m => m.Date).Select(m => m.TextBody!.ReplaceLineEndings("\n"))];

    public static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> EnterCode(this GraphQLClient browser, string code) => browser.Post("/portal/auth/sign-in", new { code });

    public static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> OpenLink(this GraphQLClient browser, string link) => browser.Post("/portal/auth/sign-in", new { link });

    /// <summary>A browser in which the owner of the address is signed in.</summary>
    public static async Task<GraphQLClient> SignInToPortal(this TestServer server, string email)
    {
        var browser = server.OnPortal();
        await browser.AskForCode(email);
        var (status, body) = await browser.EnterCode(await server.CodeFor(email));
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return browser;
    }

    /// <summary>The address with which the browser is signed in to the portal; null when it is not.</summary>
    public static async Task<string?> PortalAddress(this GraphQLClient browser) =>
        (await browser.Query("{ me { address } }")).GetProperty("me") is { ValueKind: System.Text.Json.JsonValueKind.Object } me ? me.Text("address") : null;

    [GeneratedRegex(@": (?<code>\d{6})\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"/portal/sign-in/link#(?<link>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
