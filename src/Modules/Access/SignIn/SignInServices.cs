using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
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
        context.RequestServices.GetRequiredService<CallerHolder>().Origin =
            new RequestOrigin(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null);
        if (await context.RequestServices.GetRequiredService<Sessions>().CallerOf(context.User, context.RequestAborted) is { } caller)
        {
            context.RequestServices.GetRequiredService<CallerHolder>().Caller = caller;
        }

        await next(context);
    });

    /// <summary>Keeps people who must set up a second factor from everything else; stands behind whatever changes the caller.</summary>
    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((context, next) => SecondFactorGate.Run(context, next));

    internal static void Add(IServiceCollection services)
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
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? AccessTokenScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenScheme>(AccessTokenScheme.Name, null)
            .AddApplicationCookie().Configure(Configure);
    }

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
