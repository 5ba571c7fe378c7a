using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>How a try to sign in went.</summary>
internal readonly record struct PortalOutcome(bool IsSignedIn, int TriesLeft)
{
    public static readonly PortalOutcome Gone = new(IsSignedIn: false, TriesLeft: 0);
}

/// <summary>Takes codes and links, begins sessions and ends them.</summary>
internal sealed class PortalSignIns(CrmDb db, PortalSessions sessions, CallerHolder holder, IOptions<CustomersOptions> options, TimeProvider clock)
{
    private IQueryable<PortalSignIn> Asked => db.PortalSignIns.IgnoreQueryFilters([CustomersTables.Visible]);

    /// <param name="code">As typed; spaces do not matter.</param>
    /// <param name="browser">What the browser was given when it asked for the code.</param>
    /// <param name="http">Gets the session cookie.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<PortalOutcome> ByCode(string code, string? browser, HttpContext http, CancellationToken ct)
    {
        if (browser is null)
        {
            return PortalOutcome.Gone;
        }

        // Counted before the code is looked at, by one statement: tries at once count one by one.
        var now = clock.Now();
        var hash = PortalSignIn.HashOf(browser);
        var counted = await db.InTransaction(
            () => Asked.Where(a => a.BrowserHash == hash && a.EndedAt == null && a.ExpiresAt > now && a.Tries < PortalSignIn.MostTries)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Tries, a => a.Tries + 1), ct),
            ct);
        if (counted == 0)
        {
            return PortalOutcome.Gone;
        }

        var asked = await Asked.AsNoTracking().FirstAsync(a => a.BrowserHash == hash, ct);
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        return asked.IsCode(typed) ? await Redeem(asked, "code", http, ct) : new PortalOutcome(IsSignedIn: false, PortalSignIn.MostTries - asked.Tries);
    }

    public async Task<PortalOutcome> ByLink(string link, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now();
        var hash = PortalSignIn.HashOf(link);
        return link.Length == PortalToken.Length && await Asked.AsNoTracking().FirstOrDefaultAsync(a => a.LinkHash == hash && a.EndedAt == null && a.ExpiresAt > now, ct) is { } asked
            ? await Redeem(asked, "link", http, ct)
            : PortalOutcome.Gone;
    }

    /// <summary>Ends this browser's session, or every one of the same address.</summary>
    public async Task End(bool everywhere, CancellationToken ct)
    {
        if (holder.Caller.Portal is not { } portal)
        {
            return;
        }

        var now = clock.Now();
        var own = new PortalSessionId(portal.Session);
        foreach (var session in await db.PortalSessions.Where(s => s.EndedAt == null && (everywhere || s.Id == own)).ToListAsync(ct))
        {
            session.End(now);
        }

        db.Log(About(everywhere ? SecurityEvents.PortalSessionsEnded : SecurityEvents.PortalSignedOut, portal, details: null));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Of two at once one wins: the statement that ends the wish is the one that may begin a session.</summary>
    private async Task<PortalOutcome> Redeem(PortalSignIn asked, string method, HttpContext http, CancellationToken ct)
    {
        var now = clock.Now();
        var token = PortalToken.New();
        var lasts = TimeSpan.FromDays(options.Value.PortalSessionDays);
        var session = PortalSession.Begin(token, asked.AddressKey, holder.Origin, now, lasts);
        var began = await db.InTransaction(
            async () =>
            {
                var won = await Asked.Where(a => a.Id == asked.Id && a.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now), ct);
                if (won == 0 || await sessions.RightsOf(session, ct) is not { } rights)
                {
                    return false;
                }

                await EndThis(now, ct);
                holder.Caller = Caller.OnPortal(rights);
                db.Add(session);
                db.Log(About(SecurityEvents.PortalSignedIn, rights, method));
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
        if (!began)
        {
            return PortalOutcome.Gone;
        }

        PortalCookies.RemoveBrowser(http);
        PortalCookies.PutSession(http, token, lasts);
        return new PortalOutcome(IsSignedIn: true, TriesLeft: 0);
    }

    // Who signs in anew leaves the session that this browser had.
    private async Task EndThis(DateTimeOffset now, CancellationToken ct)
    {
        if (holder.Caller.Portal is { } before)
        {
            var id = new PortalSessionId(before.Session);
            await db.PortalSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
        }
    }

    private static SecurityNews About(string kind, PortalRights rights, string? details) => new(kind, CustomerId.TypeName, rights.Customers[0], rights.Name, details);
}
