using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="To">Where to; the caller's own address when absent.</param>
internal sealed record SendTestMailInput(string? To = null);

/// <summary>Lets an administrator see whether mail arrives.</summary>
internal static class SendTestMail
{
    public static async Task<SentMail> Run(SendTestMailInput input, CrmDb db, Caller caller, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("This person");
        var check = new InputCheck();
        var to = check.Parse("to", input.To, EmailAddress.Parse);
        check.ThrowIfAny();
        var isOwn = string.IsNullOrWhiteSpace(input.To);
        var (subject, text) = Words(user.Language);
        var mail = db.Send(new OutgoingMail("platform.test", isOwn ? EmailAddress.Parse(user.Email) : to, subject, text) { ToName = isOwn ? user.Name : null });
        await db.SaveChangesAsync(ct);
        return await db.Mails.AsNoTracking().FirstAsync(m => m.Id == mail, ct);
    }

    private static (string Subject, string Text) Words(string language) => language switch
    {
        "de" => ("Testmail von ServiceCrm", "Wenn Sie das lesen, kommen die Mails von ServiceCrm an.\n"),
        "ru" => ("Пробное письмо от ServiceCrm", "Если вы это читаете, письма от ServiceCrm доходят.\n"),
        _ => ("Test mail from ServiceCrm", "If you can read this, mails from ServiceCrm arrive.\n"),
    };
}
