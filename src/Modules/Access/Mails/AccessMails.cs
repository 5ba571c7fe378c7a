using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The mails about the own account, in the language of the person. Those with a link are secret.</summary>
internal static class AccessMails
{
    public static OutgoingMail Invitation(User user, string inviter, string link) => Secret("access.invitation", user, user.Email, user.Language switch
    {
        "de" => ($"{inviter} lädt Sie zu ServiceCrm ein", $"""
            Guten Tag {user.Name},

            {inviter} hat für Sie einen Zugang zu ServiceCrm angelegt. Mit diesem Link wählen Sie ein Passwort und beginnen:

            {link}

            Der Link gilt sieben Tage und nur einmal. Wenn Sie nichts davon wissen, tun Sie einfach nichts.
            """),
        "ru" => ($"{inviter} приглашает вас в ServiceCrm", $"""
            Здравствуйте, {user.Name}!

            {inviter} открывает вам доступ к ServiceCrm. Перейдите по ссылке, чтобы задать пароль и начать работу:

            {link}

            Ссылка действует семь дней и только один раз. Если вы об этом ничего не знаете, просто ничего не делайте.
            """),
        _ => ($"{inviter} invites you to ServiceCrm", $"""
            Hello {user.Name},

            {inviter} has made an account for you in ServiceCrm. Follow this link to choose a password and begin:

            {link}

            The link works for seven days and once. If you know nothing of this, simply do nothing.
            """),
    });

    public static OutgoingMail PasswordReset(User user, string link) => Secret("access.passwordReset", user, user.Email, user.Language switch
    {
        "de" => ("Ein neues Passwort für ServiceCrm", $"""
            Guten Tag {user.Name},

            jemand möchte das Passwort Ihres Zugangs zu ServiceCrm neu setzen. Wenn Sie das sind:

            {link}

            Der Link gilt eine Stunde und nur einmal. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.
            """),
        "ru" => ("Новый пароль для ServiceCrm", $"""
            Здравствуйте, {user.Name}!

            Кто-то хочет задать новый пароль для вашей учётной записи в ServiceCrm. Если это вы:

            {link}

            Ссылка действует один час и только один раз. Если это не вы, ничего не делайте: пароль останется прежним.
            """),
        _ => ("A new password for ServiceCrm", $"""
            Hello {user.Name},

            somebody wants to set a new password for your account in ServiceCrm. If it is you:

            {link}

            The link works for one hour and once. If it is not you, do nothing: your password stays as it is.
            """),
    });

    public static OutgoingMail PasswordChanged(User user) => Plain("access.passwordChanged", user, user.Email, user.Language switch
    {
        "de" => ("Ihr Passwort wurde geändert", $"""
            Guten Tag {user.Name},

            das Passwort Ihres Zugangs zu ServiceCrm wurde soeben geändert, und alle anderen Sitzungen wurden beendet.
            Waren Sie das nicht, wenden Sie sich sofort an Ihre Administration.
            """),
        "ru" => ("Ваш пароль изменён", $"""
            Здравствуйте, {user.Name}!

            Пароль вашей учётной записи в ServiceCrm только что изменён, все остальные сеансы завершены.
            Если это были не вы, немедленно обратитесь к администратору.
            """),
        _ => ("Your password was changed", $"""
            Hello {user.Name},

            the password of your account in ServiceCrm was changed a moment ago, and every other session has ended.
            If it was not you, turn to your administrator at once.
            """),
    });

    internal static OutgoingMail Secret(string kind, User user, string to, (string Subject, string Text) words) => Plain(kind, user, to, words) with { Secret = true };

    internal static OutgoingMail Plain(string kind, User user, string to, (string Subject, string Text) words) =>
        new(kind, EmailAddress.Parse(to), words.Subject, words.Text) { ToName = user.Name };
}
