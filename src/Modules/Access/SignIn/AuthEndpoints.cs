using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record SignInRequest(string? Email, string? Password, bool Remember = false);

internal sealed record SetupRequest(string? Token, string? Name, string? Email, string? Password);

/// <summary>Signing in and out of the console, and the first administrator. Plain HTTP because a session cookie is.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/auth").AddEndpointFilter(PlatformHttp.RequirePreflightOnPost).OpenBeforeSecondFactor();
        auth.MapPost("/sign-in", SignIn);
        auth.MapPost("/second-factor", SecondFactorStep.Run);
        auth.MapPost("/sign-out", SignOut);
        auth.MapGet("/me", ReadMe);
        auth.MapPost("/view-as", ViewAs.Run);
        auth.MapGet("/setup", (string? token, SetupLink link) => link.Fits(token) ? Results.Ok(new { }) : Results.NotFound());
        auth.MapPost("/setup", Setup);
        PasskeyEndpoints.Map(auth);
        SingleSignOnEndpoints.Map(auth, endpoints);
        LinkEndpoints.Map(auth);
    }

    private static async Task<IResult> SignIn(
        SignInRequest input, HttpContext http, SignInManager<User> identity, SignIns signIns, FirstSteps steps, StandIn standIn, SignInThrottle throttle, KnownDevices devices, CrmDb db, MeAnswer me,
        IOptions<SingleSignOnOptions> passwords, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        var user = await identity.UserManager.FindByEmailAsync(input.Email ?? "");
        if (throttle.TrySignIn(input.Email ?? "", SignInAnswers.AddressOf(http), devices.Of(user)) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, user, db, ct);
        }

        var result = await identity.CheckPasswordSignInAsync(user ?? standIn.User, input.Password ?? "", lockoutOnFailure: false);
        if (user is not { Active: true } || !result.Succeeded)
        {
            await db.LogNow(SignInAnswers.About(SecurityEvents.SignInRefused, user), ct);
            return SignInAnswers.WrongCredentials();
        }

        if (!await MaySignInByPassword(user, passwords.Value, directory, ct))
        {
            await db.LogNow(SignInAnswers.About(SecurityEvents.SignInRefused, user) with { Details = "passwords are for administrators" }, ct);
            return Results.Json(new { code = "PASSWORDS_OFF", message = "Please sign in with your company’s account." }, statusCode: StatusCodes.Status403Forbidden);
        }

        // Only now, so that nobody learns from the answer to a wrong password what else protects the account.
        if (await OwnFactors.Of(user.Id, db, ct) is { Any: true } factors)
        {
            await db.LogNow(SignInAnswers.About(SecurityEvents.PasswordAccepted, user), ct);
            var until = steps.Take(user, input.Remember);
            return Results.Ok(new { secondFactor = factors.Methods, expiresInSeconds = (int)(until - clock.Now()).TotalSeconds });
        }

        await signIns.Begin(user, SessionMethods.Password, input.Remember, ct);
        return Results.Ok(await me.Of(user, session: null, ct));
    }

    private static async Task<IResult> SignOut(HttpContext http, SignIns signIns, ProviderSignOut provider, CancellationToken ct) =>
        await signIns.EndThis(ct) is { } session && await provider.Location(http, session) is { } location ? Results.Ok(new { location }) : Results.NoContent();

    /// <summary>Where a provider signs people in, whoever manages people keeps a way in of their own.</summary>
    private static async Task<bool> MaySignInByPassword(User user, SingleSignOnOptions options, CallerDirectory directory, CancellationToken ct) =>
        options.Passwords == PasswordSignIn.Everybody || (await directory.Find(user.Id, ct))?.WithFactor.Can(AccessPermissions.ManageUsers) == true;

    private static async Task<IResult> ReadMe(HttpContext http, Caller caller, CrmDb db, CallerDirectory directory, MeAnswer me, CancellationToken ct)
    {
        if (caller.User is not { } id || await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return SignInAnswers.NotSignedIn();
        }

        var session = SignInClaims.SessionOf(http.User) is { } known ? await directory.Session(known, ct) : null;
        return Results.Ok(await me.Of(user, session, ct));
    }

    private static async Task<IResult> Setup(SetupRequest input, UserManager<User> users, SignIns signIns, CrmDb db, SetupLink link, MeAnswer me, TimeProvider clock, CancellationToken ct)
    {
        if (!link.Fits(input.Token))
        {
            throw new NotFound("This set-up link");
        }

        var user = await FirstAdministrator.Create(db, users, input.Name ?? "", input.Email ?? "", input.Password ?? "", clock.Now(), ct);
        link.Close();
        await signIns.Begin(user, SessionMethods.Setup, remember: false, ct);
        return Results.Ok(await me.Of(user, session: null, ct));
    }
}
