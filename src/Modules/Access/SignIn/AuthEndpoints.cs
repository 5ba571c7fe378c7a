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

internal sealed record Me(string Id, string Name, string Email, string Language, string TimeZone, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<MeTeam> Teams);

/// <summary>Signing in and out of the console, and the first administrator. Plain HTTP because a session cookie is.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var auth = endpoints.MapGroup("/auth").AddEndpointFilter(PlatformHttp.RequirePreflightOnPost);
        auth.MapPost("/sign-in", SignIn);
        auth.MapPost("/sign-out", SignOut);
        auth.MapGet("/me", ReadMe);
        auth.MapGet("/setup", (string? token, SetupLink link) => link.Fits(token) ? Results.Ok(new { }) : Results.NotFound());
        auth.MapPost("/setup", Setup);
    }

    private static async Task<IResult> SignIn(
        SignInRequest input, HttpContext http, SignInManager<User> signIn, StandIn standIn, SignInThrottle throttle, CrmDb db, CallerDirectory directory, IOptions<AccessOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (throttle.Try(input.Email ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "") is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            return Results.Json(new { code = "TOO_MANY_TRIES", message = $"Too many tries. Please wait {seconds} seconds.", retryAfterSeconds = seconds }, statusCode: StatusCodes.Status429TooManyRequests);
        }

        var user = await signIn.UserManager.FindByEmailAsync(input.Email ?? "");
        var result = await signIn.CheckPasswordSignInAsync(user ?? standIn.User, input.Password ?? "", lockoutOnFailure: false);
        if (user is not { Active: true } || !result.Succeeded)
        {
            return Results.Json(new { code = "WRONG_CREDENTIALS", message = "The e-mail address or the password is wrong." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        await signIn.SignInAsync(user, new AuthenticationProperties { IsPersistent = input.Remember, ExpiresUtc = input.Remember ? clock.Now().AddDays(options.Value.RememberDays) : null });
        return Results.Ok(await Show(db, user, directory, ct));
    }

    private static async Task<IResult> SignOut(SignInManager<User> signIn)
    {
        await signIn.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> ReadMe(Caller caller, CrmDb db, CallerDirectory directory, CancellationToken ct)
    {
        if (caller.User is not { } id || await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        return Results.Ok(await Show(db, user, directory, ct));
    }

    private static async Task<IResult> Setup(SetupRequest input, SignInManager<User> signIn, CrmDb db, SetupLink link, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (!link.Fits(input.Token))
        {
            throw new NotFound("This set-up link");
        }

        var user = await FirstAdministrator.Create(db, signIn.UserManager, input.Name ?? "", input.Email ?? "", input.Password ?? "", clock.Now(), ct);
        link.Close();
        await signIn.SignInAsync(user, isPersistent: false);
        return Results.Ok(await Show(db, user, directory, ct));
    }

    private static async Task<Me> Show(CrmDb db, User user, CallerDirectory directory, CancellationToken ct)
    {
        var teams = await db.Teams.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.Members.Any(m => m.UserId == user.Id)).OrderBy(t => t.NameKey).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        var known = await directory.Find(user.Id, user.SecurityStamp, ct) ?? throw new NotFound("You");
        return new Me(
            GlobalId.Encode(UserId.TypeName, user.Id.Value), user.Name, user.Email, user.Language, user.TimeZone, user.Roles,
            [.. known.Caller.Permissions.Order(StringComparer.Ordinal)],
            [.. teams.Select(t => new MeTeam(GlobalId.Encode(TeamId.TypeName, t.Id.Value), t.Name))]);
    }
}
