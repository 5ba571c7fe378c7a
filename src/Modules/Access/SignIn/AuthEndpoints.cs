using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record SignInRequest(string? Email, string? Password, bool Remember = false);

internal sealed record SetupRequest(string? Token, string? Name, string? Email, string? Password);

internal sealed record MeTeam(string Id, string Name);

internal sealed record Me(string Id, string Name, string Email, string Language, string TimeZone, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<MeTeam> Teams, string? ReadOnlyBecause);

/// <summary>Signing in and out of the console, and the first administrator. Plain HTTP because a session cookie is.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/auth").AddEndpointFilter(PlatformHttp.RequirePreflightOnPost);
        auth.MapPost("/sign-in", SignIn);
        auth.MapPost("/sign-out", SignOut);
        auth.MapGet("/me", ReadMe);
        auth.MapPost("/view-as", ViewAs.Run);
        auth.MapGet("/setup", (string? token, SetupLink link) => link.Fits(token) ? Results.Ok(new { }) : Results.NotFound());
        auth.MapPost("/setup", Setup);
    }

    private static async Task<IResult> SignIn(
        SignInRequest input, HttpContext http, SignInManager<User> identity, SignIns signIns, StandIn standIn, SignInThrottle throttle, CrmDb db, CallerDirectory directory, CancellationToken ct)
    {
        var user = await identity.UserManager.FindByEmailAsync(input.Email ?? "");
        if (throttle.Try(input.Email ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "") is { } slowed)
        {
            if (slowed.IsFirst)
            {
                await db.LogNow(About(SecurityEvents.SignInSlowed, user), ct);
            }

            var seconds = (int)Math.Ceiling(slowed.Wait.TotalSeconds);
            return Results.Json(new { code = "TOO_MANY_TRIES", message = $"Too many tries. Please wait {seconds} seconds.", retryAfterSeconds = seconds }, statusCode: StatusCodes.Status429TooManyRequests);
        }

        var result = await identity.CheckPasswordSignInAsync(user ?? standIn.User, input.Password ?? "", lockoutOnFailure: false);
        if (user is not { Active: true } || !result.Succeeded)
        {
            await db.LogNow(About(SecurityEvents.SignInRefused, user), ct);
            return Results.Json(new { code = "WRONG_CREDENTIALS", message = "The e-mail address or the password is wrong." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        await signIns.Begin(user, "password", input.Remember, ct);
        return Results.Ok(await Show(db, user, directory, viewAs: null, ct));
    }

    // What a stranger typed is not kept: people type passwords into the wrong field.
    private static SecurityNews About(string kind, User? user) => user is null
        ? new SecurityNews(kind, Details: "unknown account")
        : new SecurityNews(kind, UserId.TypeName, user.Id.Value, user.Name);

    private static async Task<IResult> SignOut(SignIns signIns, CancellationToken ct)
    {
        await signIns.EndThis(ct);
        return Results.NoContent();
    }

    private static async Task<IResult> ReadMe(HttpContext http, Caller caller, CrmDb db, CallerDirectory directory, CancellationToken ct)
    {
        if (caller.User is not { } id || await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        var session = SignInClaims.SessionOf(http.User) is { } known ? await directory.Session(known, ct) : null;
        return Results.Ok(await Show(db, user, directory, session?.ViewAs, ct));
    }

    private static async Task<IResult> Setup(SetupRequest input, UserManager<User> users, SignIns signIns, CrmDb db, SetupLink link, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (!link.Fits(input.Token))
        {
            throw new NotFound("This set-up link");
        }

        var user = await FirstAdministrator.Create(db, users, input.Name ?? "", input.Email ?? "", input.Password ?? "", clock.Now(), ct);
        link.Close();
        await signIns.Begin(user, "setup", remember: false, ct);
        return Results.Ok(await Show(db, user, directory, viewAs: null, ct));
    }

    private static async Task<Me> Show(CrmDb db, User user, CallerDirectory directory, string? viewAs, CancellationToken ct)
    {
        var teams = await db.Teams.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.Members.Any(m => m.UserId == user.Id)).OrderBy(t => t.NameKey).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        var known = await directory.Find(user.Id, user.SecurityStamp, ct) ?? throw new NotFound("You");
        var caller = viewAs is null ? known.Caller : await directory.LookAs(known, viewAs, ct) ?? known.Caller;
        return new Me(
            GlobalId.Encode(UserId.TypeName, user.Id.Value), user.Name, user.Email, user.Language, user.TimeZone, user.Roles,
            [.. caller.Permissions.Order(StringComparer.Ordinal)],
            [.. teams.Select(t => new MeTeam(GlobalId.Encode(TeamId.TypeName, t.Id.Value), t.Name))],
            caller.ReadOnlyBecause);
    }
}
