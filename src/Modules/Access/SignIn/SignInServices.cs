using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>ASP.NET Core Identity over our users; cookie for browsers, access token for programs. Both end as a <see cref="Caller"/>.</summary>
public static class SignInServices
{
    private const string Either = "Either";

    /// <summary>Puts the caller of the request into its scope; stands right behind authentication.</summary>
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await Introduce(context, context.User);
        await next(context);
    });

    /// <summary>Keeps people who must set up a second factor from everything else; stands behind whatever changes the caller.</summary>
    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((context, next) => SecondFactorGate.Run(context, next));

    /// <summary>From here on the request speaks for whom the principal stands.</summary>
    internal static async Task Introduce(HttpContext context, ClaimsPrincipal? principal)
    {
        var holder = context.RequestServices.GetRequiredService<CallerHolder>();
        holder.Origin = new RequestOrigin(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null);
        if (await context.RequestServices.GetRequiredService<Sessions>().CallerOf(principal, context.RequestAborted) is { } caller)
        {
            holder.Caller = caller;
        }
    }

    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RoleCatalog>();
        services.AddSingleton<CallerDirectory>();
        services.AddHostedService(sp => sp.GetRequiredService<CallerDirectory>());
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SetupLink>();
        services.AddScoped<PublicLinks>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<Invitations>();
        AddIdentity(services);
        AddFactors(services);
        var schemes = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenScheme>(AccessTokenScheme.Name, null);
        schemes.AddApplicationCookie().Configure(Configure);
        SingleSignOnSchemes.Add(schemes, configuration);
    }

    private static string SchemeOf(HttpContext context) => context.Request.Headers.Authorization.ToString() switch
    {
        "" => IdentityConstants.ApplicationScheme,
        var header when ProviderTokenScheme.Takes(header) => ProviderTokenScheme.Name,
        _ => AccessTokenScheme.Name,
    };

    // Identity adds only the rules that are not there yet, so ours come first.
    private static void AddIdentity(IServiceCollection services)
    {
        services.TryAddSingleton<IPasswordHasher<User>, NormalPasswords>();
        services.AddSingleton<StandIn>();
        services.AddSingleton<ILookupNormalizer, EmailKeys>();
        services.AddScoped<IUserValidator<User>, UniqueEmail>();
        services.AddScoped<IPasswordValidator<User>, PasswordRules>();
        services.AddIdentityCore<User>(o =>
        {
            o.ClaimsIdentity.UserIdClaimType = SignInClaims.User;
            o.ClaimsIdentity.SecurityStampClaimType = SignInClaims.Stamp;
        }).AddUserStore<UserStore>().AddUserManager<Accounts>().AddErrorDescriber<IdentityErrors>().AddSignInManager();
        services.AddScoped<Sessions>();
        services.AddScoped<SignIns>();
        services.AddScoped<ISecurityStampValidator>(sp => sp.GetRequiredService<Sessions>());
    }

    private static void AddFactors(IServiceCollection services)
    {
        services.AddSingleton<FactorSecrets>();
        services.AddScoped<FactorCodes>();
        services.AddScoped<Proofs>();
        services.AddScoped<FreshProof>();
        services.AddScoped<SealedCookies>();
        services.AddScoped<FirstSteps>();
        services.AddScoped<MeAnswer>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<AccessOptions>>((passkeys, access) =>
        {
            passkeys.ServerDomain = access.Value.PasskeyDomain is { Length: > 0 } domain ? domain : null;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AuthenticatorTimeout = SealedCookies.Lasts;
        });
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "servicecrm";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
