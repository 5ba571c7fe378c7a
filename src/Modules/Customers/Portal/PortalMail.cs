using System.Net;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>The mail with code and link, in the customer's language.</summary>
internal static class PortalMail
{
    private static readonly Dictionary<string, Words> Spoken = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            "Your sign-in to {0}", "Your code is", "Enter it on the page on which you asked for it.", "Or open this link and press “Sign in”:", "Sign in",
            "Both work once and for 15 minutes. Never tell the code to anybody, not even to us.", "If you did not ask for this, you need not do anything: nobody gets in without this mail."),
        ["de"] = new(
            "Ihre Anmeldung bei {0}", "Ihr Code lautet", "Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben.", "Oder öffnen Sie diesen Link und drücken Sie „Anmelden“:", "Anmelden",
            "Beides gilt einmal und 15 Minuten lang. Nennen Sie den Code niemandem, auch uns nicht.", "Wenn Sie das nicht angefordert haben, müssen Sie nichts tun: Ohne diese E-Mail kommt niemand hinein."),
        ["ru"] = new(
            "Вход на сайт «{0}»", "Ваш код", "Введите его на той странице, где вы его запросили.", "Или откройте эту ссылку и нажмите «Войти»:", "Войти",
            "И код, и ссылка действуют один раз в течение 15 минут. Никому не сообщайте код, даже нам.", "Если вы ничего не запрашивали, делать ничего не нужно: без этого письма никто не войдёт."),
    };

    /// <param name="to">As we have it.</param>
    /// <param name="secrets">What the mail is for.</param>
    /// <param name="own">The customer's language; another one than ours gives way to that of the page.</param>
    /// <param name="page">The language of the page.</param>
    /// <param name="options">Name and address of the portal.</param>
    public static OutgoingMail Write(EmailAddress to, PortalSecrets secrets, string? own, string page, CustomersOptions options)
    {
        var language = own?.Split('-')[0] is { } spoken && Spoken.ContainsKey(spoken) ? spoken : page;
        var words = Spoken[language];
        var company = options.PortalName;
        // Only an address that an administrator has set: the Host header is chosen by whoever asks. Behind the # it reaches no log and no scanner's GET.
        var link = options.PortalUrl.Length == 0 ? null : $"{options.PortalUrl.TrimEnd('/')}/portal/sign-in/link#{secrets.Link}";
        return new OutgoingMail("customers.portal-sign-in", to, string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Subject, company), Text(words, secrets.Code, link))
        {
            Html = Html(words, secrets.Code, link, company, language),
            Secret = true,
        };
    }

    private static string Text(Words words, string code, string? link) =>
        $"{words.Code}: {code}\n\n{words.Enter}\n{(link is null ? "" : $"\n{words.OrLink}\n{link}\n")}\n{words.Warning}\n{words.NotYou}\n";

    private static string Html(Words words, string code, string? link, string company, string language)
    {
        var button = link is null ? "" : $"""
            <p style="margin:0 0 8px">{words.OrLink}</p>
            <p style="margin:0 0 24px"><a href="{WebUtility.HtmlEncode(link)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#0f6e66;color:#ffffff;font-weight:600;text-decoration:none">{words.SignIn}</a></p>
            """;
        return $"""
            <!doctype html><html lang="{WebUtility.HtmlEncode(language)}"><body style="margin:0;padding:24px;background:#f7f8f8;color:#1c1f23;font:15px/1.55 system-ui,'Segoe UI',sans-serif">
            <div style="max-width:520px;margin:0 auto;padding:28px 32px;background:#ffffff;border:1px solid #d8dbde;border-radius:12px">
            <p style="margin:0 0 16px;font-weight:600">{WebUtility.HtmlEncode(company)}</p>
            <p style="margin:0 0 4px">{words.Code}</p>
            <p style="margin:0 0 8px;font-size:30px;font-weight:650;letter-spacing:6px;font-variant-numeric:tabular-nums">{code}</p>
            <p style="margin:0 0 24px;color:#5f666e">{words.Enter}</p>
            {button}
            <p style="margin:0;color:#5f666e;font-size:13px">{words.Warning} {words.NotYou}</p>
            </div></body></html>
            """;
    }

    private sealed record Words(string Subject, string Code, string Enter, string OrLink, string SignIn, string Warning, string NotYou);
}
