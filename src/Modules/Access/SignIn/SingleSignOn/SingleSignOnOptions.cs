using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Access;

/// <summary>Who may sign in with a password where there is single sign-on.</summary>
internal enum PasswordSignIn
{
    Everybody,

    /// <summary>Whoever manages people: the way in while the provider is away.</summary>
    Administrators,
}

/// <summary>Section <c>Access:SingleSignOn</c>: the OpenID Connect providers that staff may sign in with.</summary>
internal sealed class SingleSignOnOptions
{
    /// <summary>Who may sign in with a password.</summary>
    public PasswordSignIn Passwords { get; set; }

    public List<IdentityProvider> Providers { get; set; } = [];
}

/// <summary>One OpenID Connect provider.</summary>
internal sealed class IdentityProvider
{
    /// <summary>Part of our addresses: lower-case letters, digits and hyphens.</summary>
    public string Key { get; set; } = "";

    /// <summary>What the button of the sign-in page calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The issuer, under which <c>/.well-known/openid-configuration</c> lies.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Asked beside <c>openid</c>; when none is named: profile and email.</summary>
    public List<string> Scopes { get; set; } = [];

    /// <summary>Lets the authority be <c>http:</c>, for trying out on one machine.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Domains whose addresses this provider vouches for. Somebody who comes for the first time with a verified address of
    /// one of them is taken for the colleague with that address.
    /// </summary>
    public List<string> EmailDomains { get; set; } = [];

    /// <summary>Makes a colleague of somebody unknown, who needs a verified address of <see cref="EmailDomains"/>.</summary>
    public bool CreatePeople { get; set; }

    /// <summary>The roles of people made so who are in no mapped group; without any, only members of mapped groups are made.</summary>
    public List<string> DefaultRoles { get; set; } = [];

    /// <summary>The claim that names the groups.</summary>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>Group to role. At each sign-in people have these roles exactly as far as they are in the groups; other roles stay.</summary>
    public Dictionary<string, string> GroupRoles { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Values of <c>amr</c> that count as a second factor, for example <c>mfa</c>; none counts when empty.</summary>
    public List<string> SecondFactors { get; set; } = [];

    /// <summary>The audience of access tokens with which programs may call; empty for no programs.</summary>
    public string MachineAudience { get; set; } = "";

    /// <summary>Subject of the token (its client id where it has no subject) to the e-mail address of the account it acts as.</summary>
    public Dictionary<string, string> Machines { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The scope without which a program may only read; empty when none is needed.</summary>
    public string MachineWriteScope { get; set; } = "";

    /// <summary>The name of the authentication scheme.</summary>
    public string Scheme => $"sso.{Key}";

    public string CallbackPath => $"/auth/sso/{Key}/callback";

    public string SignedOutPath => $"/auth/sso/{Key}/signed-out";

    public string BackChannelPath => $"/auth/sso/{Key}/back-channel";
}

/// <summary>Names what is wrong with the configuration before anybody signs in.</summary>
internal sealed partial class SingleSignOnRules : IValidateOptions<SingleSignOnOptions>
{
    public ValidateOptionsResult Validate(string? name, SingleSignOnOptions options)
    {
        var problems = options.Providers.SelectMany((provider, at) => Problems(provider).Select(p => $"Access:SingleSignOn:Providers:{at}:{p}")).ToList();
        problems.AddRange(options.Providers.GroupBy(p => p.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"Access:SingleSignOn:Providers: two have the key “{g.Key}”."));
        if (options.Passwords == PasswordSignIn.Administrators && options.Providers.Count == 0)
        {
            problems.Add("Access:SingleSignOn:Passwords is Administrators, and there is no provider that others could sign in with.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(IdentityProvider provider)
    {
        if (!Keys().IsMatch(provider.Key))
        {
            yield return "Key: give it a short name of lower-case letters, digits and hyphens, for example company.";
        }

        if (provider.Name.Trim() is { Length: 0 or > 60 })
        {
            yield return "Name: say what the button shall call it, in at most 60 characters.";
        }

        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !(provider.AllowHttp && authority.Scheme == Uri.UriSchemeHttp)))
        {
            yield return "Authority: give the https address of the issuer.";
        }

        if (provider.ClientId.Length == 0)
        {
            yield return "ClientId: give the id under which the provider knows this installation.";
        }

        if (provider is { CreatePeople: true, EmailDomains.Count: 0 })
        {
            yield return "CreatePeople: needs EmailDomains, so that not everybody in the world gets in.";
        }

        if (provider is { Machines.Count: > 0, MachineAudience.Length: 0 })
        {
            yield return "Machines: needs MachineAudience, so that tokens for others are not taken.";
        }
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
