using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Somebody comes back from a provider, which says who it is: a session, a second step, a linked account, or a refusal.</summary>
internal sealed class SingleSignOn(CrmDb db, Newcomers newcomers, ProviderSeals seals, SignIns signIns, FirstSteps steps, CallerHolder holder, TimeProvider clock)
{
    /// <summary>The item of the properties that carries the id token.</summary>
    public const string IdToken = "id_token_raw";

    /// <returns>the path to go on to</returns>
    public async Task<string> Receive(IdentityProvider provider, ClaimsPrincipal principal, AuthenticationProperties properties, string? returnTo, CancellationToken ct)
    {
        if (ProviderIdentity.Of(principal, provider.GroupsClaim) is not { } identity)
        {
            return await Refuse(provider, "providerFailed", null, ct);
        }

        var token = properties.Items.TryGetValue(IdToken, out var raw) ? raw ?? "" : "";
        var proof = new ProviderProof(provider.Key, identity.SubjectKey, identity.Sid, seals.Seal(token), identity.Methods.Any(m => provider.SecondFactors.Contains(m, StringComparer.Ordinal)));
        return properties.Items.TryGetValue(SingleSignOnSchemes.LinkingSession, out var linking)
            ? await Link(provider, identity, linking, ct)
            : await Enter(provider, identity, proof, SafeReturn(returnTo), ct);
    }

    /// <summary>A path of this site; whatever else was asked becomes the start page.</summary>
    public static string SafeReturn(string? path) =>
        path is { Length: > 0 and < 2000 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.StartsWith("/auth", StringComparison.OrdinalIgnoreCase) && !path.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) ? path : "/";

    private async Task<string> Enter(IdentityProvider provider, ProviderIdentity identity, ProviderProof proof, string returnTo, CancellationToken ct)
    {
        // Nobody is signed in yet, and what the provider says of people has to be compared with everybody.
        holder.Caller = Caller.System;
        var known = await Find(identity, ct);
        var user = known is null ? await newcomers.Welcome(provider, identity, ct) : await db.Users.IgnoreQueryFilters([AccessTables.Visible]).FirstAsync(u => u.Id == known.UserId, ct);
        if (user is not { Active: true } || await newcomers.HasNoRoleLeft(user, provider, identity, ct))
        {
            db.ChangeTracker.Clear();
            return await Refuse(provider, "notKnown", user, ct);
        }

        known?.Use(identity.Label, clock.Now());
        await newcomers.FollowGroups(user, provider, identity, ct);
        if (!await Save(ct))
        {
            // Two tabs at once made the same person or link; the other one has it.
            return await Refuse(provider, "providerFailed", user, ct);
        }

        if (!proof.SecondFactor && await OwnFactors.Of(user.Id, db, ct) is { Any: true } factors)
        {
            steps.Take(user, remember: false, proof);
            return $"/sign-in?step={string.Join(',', factors.Methods)}&to={Uri.EscapeDataString(returnTo)}";
        }

        await signIns.Begin(user, $"{SessionMethods.SingleSignOn} {provider.Key}", remember: false, ct, proof);
        return returnTo;
    }

    private async Task<string> Link(IdentityProvider provider, ProviderIdentity identity, string? session, CancellationToken ct)
    {
        // The caller is whoever has the session of this browser now; it must be the one that asked.
        if (holder.Caller.User is not { } id || !Guid.TryParse(session, out var key) || !await db.Sessions.AnyAsync(s => s.Id == new SessionId(key) && s.UserId == id && s.EndedAt == null, ct))
        {
            return "/settings/profile?problem=notLinked";
        }

        if (await Find(identity, ct) is { } taken)
        {
            return taken.UserId == id ? "/settings/profile" : "/settings/profile?problem=linkedElsewhere";
        }

        newcomers.Link(await db.Users.FirstAsync(u => u.Id == id, ct), provider, identity);
        return await Save(ct) ? "/settings/profile?linked=1" : "/settings/profile?problem=linkedElsewhere";
    }

    private Task<ExternalLogin?> Find(ProviderIdentity identity, CancellationToken ct)
    {
        var key = identity.SubjectKey;
        return db.ExternalLogins.IgnoreQueryFilters([AccessTables.Visible]).FirstOrDefaultAsync(l => l.SubjectKey == key, ct);
    }

    private async Task<bool> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (Conflict)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<string> Refuse(IdentityProvider provider, string problem, User? user, CancellationToken ct)
    {
        holder.Caller = Caller.Nobody;
        await db.LogNow(SignInAnswers.About(SecurityEvents.SignInRefused, user) with { Details = $"{provider.Key}: {(user is null ? "unknown account" : "not let in")}" }, ct);
        return SingleSignOnEvents.Problem(problem, provider.Name);
    }
}
