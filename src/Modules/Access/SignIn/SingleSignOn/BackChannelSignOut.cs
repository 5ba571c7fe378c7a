using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// A provider says that a session there has ended (OpenID Connect Back-Channel Logout 1.0): the sessions here that came of
/// it end too, and no others.
/// </summary>
internal static class BackChannelSignOut
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly string[] Types = ["logout+jwt", "JWT", ""];
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public static async Task<IResult> Run(string key, HttpContext http, IOptions<SingleSignOnOptions> options, ProviderTokens tokens, CrmDb db, CallerHolder holder, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (options.Value.Providers.Find(p => p.Key == key) is not { } provider || !http.Request.HasFormContentType || http.Request.ContentLength is null or > 32 * 1024)
        {
            return Wrong();
        }

        var text = (await http.Request.ReadFormAsync(ct))["logout_token"].ToString();
        if (await tokens.Check(text, provider, provider.ClientId, Types, expires: false, ct) is not { } token || !IsSignOut(token, clock.Now()))
        {
            return Wrong();
        }

        holder.Caller = Caller.System;
        return await End(provider, token, db, clock.Now(), ct) ? Results.Ok() : Wrong();
    }

    private static bool IsSignOut(JsonWebToken token, DateTimeOffset now) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind == JsonValueKind.Object && events.TryGetProperty(Event, out _)
        && !token.TryGetPayloadValue<string>("nonce", out _)
        && token.Id is { Length: > 0 }
        && (SidOf(token) is not null || token.Subject is { Length: > 0 })
        && token.IssuedAt > (now - Fresh).UtcDateTime && token.IssuedAt < (now + Fresh).UtcDateTime;

    private static string? SidOf(JsonWebToken token) => token.TryGetPayloadValue<string>("sid", out var sid) && sid.Length > 0 ? sid : null;

    private static async Task<bool> End(IdentityProvider provider, JsonWebToken token, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (sid, subject) = (SidOf(token), token.Subject is { Length: > 0 } sub ? ExternalLogin.KeyOf(token.Issuer, sub) : null);
        var sessions = await db.Sessions
            .Where(s => s.Provider == provider.Key && s.EndedAt == null && (sid == null || s.ProviderSession == sid) && (subject == null || s.ProviderSubject == subject)).ToListAsync(ct);
        foreach (var session in sessions)
        {
            session.End(now);
            db.Log(new SecurityNews(SecurityEvents.SessionEnded, SessionId.TypeName, session.Id.Value, null, $"signed out at {provider.Key}"));
        }

        db.Add(UsedProof.Of($"logout {token.Issuer} {token.Id}", now + Fresh + Fresh));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (Conflict)
        {
            // Sent again: what it ended the first time has ended.
            return false;
        }
    }

    private static IResult Wrong() => Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
}
