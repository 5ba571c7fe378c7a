using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <param name="Role">The key of the role; null for the own rights again.</param>
internal sealed record ViewAsRequest(string? Role);

/// <summary>
/// Shows the console as a role sees it: this session gets the permissions of the role and can change nothing. Plain HTTP,
/// because a session that can change nothing must still be able to go back.
/// </summary>
internal static class ViewAs
{
    public static async Task<IResult> Run(ViewAsRequest input, HttpContext http, IServiceProvider services, CallerDirectory directory, RoleCatalog catalog, CancellationToken ct)
    {
        if (SignInClaims.UserOf(http.User) is not { } user || SignInClaims.SessionOf(http.User) is not { } id || await directory.Find(user, ct) is not { } known)
        {
            return Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        // The rights of the person, not those with which the session looks just now.
        await using var scope = services.For(known.Caller);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Origin = services.GetRequiredService<CallerHolder>().Origin;
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct).OrNotFound("This session");
        if (input.Role is { } key)
        {
            known.Caller.Require(AccessPermissions.ViewAs);
            var role = (await ListRoles.Run(catalog, db, ct)).FirstOrDefault(r => r.Key == key) ?? throw new InvalidInput("role", "There is no such role.");
            RoleRules.RequireAtLeast(known.Caller, role.Grants);
            db.Log(new SecurityNews(SecurityEvents.ViewedAs, RoleId.TypeName, role.Stored?.Id.Value, role.Name));
        }

        session.LookAs(input.Role);
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }
}
