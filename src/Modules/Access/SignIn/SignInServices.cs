using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Cookie for browsers, access token for programs; both end as a <see cref="Caller"/>.</summary>
public static class SignInServices
{
    private const string Either = "Either";

    /// <summary>Puts the caller of the request into its scope; stands right behind authentication.</summary>
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (UserOf(context.User) is { } id)
        {
            var known = await context.RequestServices.GetRequiredService<CallerDirectory>().Find(id, context.RequestAborted);
            if (known is not null)
            {
                context.RequestServices.GetRequiredService<CallerHolder>().Caller = known.Caller;
            }
        }

        await next(context);
    });

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<RoleCatalog>();
        services.AddSingleton<CallerDirectory>();
        services.AddHostedService(sp => sp.GetRequiredService<CallerDirectory>());
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SetupLink>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? AccessTokenScheme.Name : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenScheme>(AccessTokenScheme.Name, null)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, Configure);
    }

    internal static ClaimsPrincipal Principal(User user) => new(new ClaimsIdentity(
        [new Claim(SignInClaims.User, user.Id.Value.ToString()), new Claim(SignInClaims.Stamp, user.SecurityStamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    internal static UserId? UserOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirst(SignInClaims.User)?.Value, out var id) ? new UserId(id) : null;

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "servicecrm";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
        cookie.Events.OnValidatePrincipal = CheckStamp;
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task CheckStamp(CookieValidatePrincipalContext context)
    {
        var id = UserOf(context.Principal);
        var known = id is null ? null : await context.HttpContext.RequestServices.GetRequiredService<CallerDirectory>().Find(id.Value, context.HttpContext.RequestAborted);
        if (known is null || known.SecurityStamp != context.Principal!.FindFirst(SignInClaims.Stamp)?.Value)
        {
            context.RejectPrincipal();
        }
    }
}
