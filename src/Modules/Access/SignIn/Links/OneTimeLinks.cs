using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Makes, finds and ends one-time links. Everything changes with the next save.</summary>
internal sealed class OneTimeLinks(CrmDb db, TimeProvider clock, SignInThrottle throttle)
{
    /// <summary>The one answer to a link that is unknown, used, expired, withdrawn or replaced.</summary>
    public static IResult Gone() => Results.Json(
        new { code = "LINK_GONE", message = "This link does not work any more: it was used, is too old, or a newer one was sent." }, statusCode: StatusCodes.Status410Gone);

    /// <summary>
    /// Makes a link; it takes the place of an older one of its kind. Not so the undo of an e-mail change: otherwise whoever
    /// holds the account could change it twice and so void the link of the rightful owner.
    /// </summary>
    /// <returns>the secret, known only now</returns>
    public async Task<string> Make(LinkPurpose purpose, UserId user, string? address, CancellationToken ct)
    {
        if (purpose != LinkPurpose.EmailChangeUndo)
        {
            await End(user, [purpose], ct);
        }

        var (link, secret) = OneTimeLink.Create(purpose, user, address, clock.Now());
        db.Add(link);
        return secret;
    }

    public async Task End(UserId user, IReadOnlyList<LinkPurpose> purposes, CancellationToken ct)
    {
        var open = await db.OneTimeLinks.IgnoreQueryFilters([AccessTables.Visible]).Where(l => l.UserId == user && purposes.Contains(l.Purpose) && l.UsedAt == null && l.EndedAt == null).ToListAsync(ct);
        open.ForEach(l => l.End(clock.Now()));
    }

    /// <summary>The link of this kind with this secret and its person, both to be changed; null when it does not stand.</summary>
    public async Task<(OneTimeLink Link, User User)?> Find(LinkPurpose purpose, string? secret, CancellationToken ct)
    {
        var (hash, now) = (OneTimeLink.HashOf(secret ?? ""), clock.Now());
        var link = await db.OneTimeLinks.IgnoreQueryFilters([AccessTables.Visible]).FirstOrDefaultAsync(l => l.Hash == hash, ct);
        var user = link is null ? null : await db.Users.IgnoreQueryFilters([AccessTables.Visible]).FirstOrDefaultAsync(u => u.Id == link.UserId, ct);
        return link?.Purpose == purpose && link.Stands(now) && user is { State: not UserState.Removed } ? (link, user) : null;
    }

    /// <summary>What using a link does, when it stands and nobody is quicker.</summary>
    /// <param name="purpose">The kind that the page expects.</param>
    /// <param name="secret">As it came.</param>
    /// <param name="http">The request, for slowing whoever tries many.</param>
    /// <param name="use">Changes and saves; the link is marked as used with that save.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<IResult> Use(LinkPurpose purpose, string? secret, HttpContext http, Func<OneTimeLink, User, Task<IResult>> use, CancellationToken ct)
    {
        if (throttle.TryLink(SignInAnswers.AddressOf(http)) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, null, db, ct);
        }

        if (await Find(purpose, secret, ct) is not (var link, var user))
        {
            await db.LogNow(new SecurityNews(SecurityEvents.LinkRefused, Details: purpose.ToString()), ct);
            return Gone();
        }

        link.Use(clock.Now());
        try
        {
            return await use(link, user);
        }
        catch (Conflict) when (db.Database.CurrentTransaction is null)
        {
            // The same link was used at the same moment, or the person was changed meanwhile: the link may be gone.
            return Gone();
        }
    }
}
