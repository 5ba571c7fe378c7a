using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// Makes code and link, and mails them if a customer has the address. Everything that the one who asked could notice happens for
/// other addresses as well: they get a code that nobody is told, their older one ends, and they too can have too many.
/// </summary>
internal static class MailCodeWhenPortalSignInAsked
{
    public static async Task Run(PortalSignInAsked news, CrmDb db, IOptions<CustomersOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var asked = await db.PortalSignIns.FirstOrDefaultAsync(a => a.Id == news.SignInId, ct);
        if (asked is not { ReadyAt: null, EndedAt: null } || asked.ExpiresAt <= now)
        {
            return;
        }

        var dayAgo = now.AddDays(-1);
        var others = await db.PortalSignIns.Where(a => a.AddressKey == asked.AddressKey && a.Id != asked.Id && a.CreatedAt > dayAgo).ToListAsync(ct);
        if (others.Exists(a => a.ReadyAt is not null && a.CreatedAt > asked.CreatedAt))
        {
            // A newer one was served first: this one is the older now.
            asked.End(now);
        }
        else if (others.Count(a => a.ReadyAt > now.AddHours(-1)) >= options.Value.PortalMailsPerHour || others.Count(a => a.ReadyAt is not null) >= options.Value.PortalMailsPerDay)
        {
            db.Log(new SecurityNews(SecurityEvents.PortalSignInSlowed, Details: "too many codes for one e-mail address"));
        }
        else
        {
            foreach (var older in others)
            {
                older.End(now);
            }

            await Serve(asked, db, options.Value, now, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task Serve(PortalSignIn asked, CrmDb db, CustomersOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var secrets = asked.MakeSecrets(now);
        var known = await PortalSessions.With(db, asked.AddressKey).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new { c.DisplayName, c.Language, Address = c.ContactPoints.Where(p => p.Kind == ContactPointKind.Email && p.Key == asked.AddressKey).Select(p => p.Value).First() })
            .FirstOrDefaultAsync(ct);
        if (known is not null && EmailAddress.TryParse(known.Address, out var stored))
        {
            // To the address as we have it, never to the one that was typed.
            db.Send(PortalMail.Write(stored, secrets, known.Language, asked.Language, options));
        }
    }
}
