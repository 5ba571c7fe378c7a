using ServiceCrm.Platform.Mail;

namespace ServiceCrm.Access;

/// <summary>The mails about a new e-mail address: to the new one, to prove it, and to the old one, to stop it.</summary>
internal static class EmailChangeMails
{
    public static OutgoingMail Confirm(User user, string newAddress, string link) => AccessMails.Secret("access.emailConfirm", user, newAddress, user.Language switch
    {
        "de" => ("Bestätigen Sie Ihre neue E-Mail-Adresse", $"""
            Guten Tag {user.Name},

            bestätigen Sie mit diesem Link, dass Sie sich bei ServiceCrm künftig mit {newAddress} anmelden:

            {link}

            Der Link gilt einen Tag. Bis dahin ändert sich nichts. Wenn Sie nichts davon wissen, tun Sie einfach nichts.
            """),
        "ru" => ("Подтвердите новый адрес электронной почты", $"""
            Здравствуйте, {user.Name}!

            Перейдите по ссылке, чтобы подтвердить, что теперь вы входите в ServiceCrm с адресом {newAddress}:

            {link}

            Ссылка действует один день. До этого ничего не изменится. Если вы об этом не знаете, ничего не делайте.
            """),
        _ => ("Confirm your new e-mail address", $"""
            Hello {user.Name},

            follow this link to confirm that you sign in to ServiceCrm with {newAddress} from now on:

            {link}

            The link works for one day. Nothing changes until then. If you know nothing of this, simply do nothing.
            """),
    });

    public static OutgoingMail Asked(User user, string newAddress, string link) => AccessMails.Secret("access.emailChanging", user, user.Email, user.Language switch
    {
        "de" => ("Ihre E-Mail-Adresse soll geändert werden", $"""
            Guten Tag {user.Name},

            für Ihren Zugang zu ServiceCrm wurde eine neue E-Mail-Adresse eingetragen: {newAddress}
            Sie gilt, sobald sie dort bestätigt ist.

            Waren Sie das nicht? Mit diesem Link behalten oder erhalten Sie Ihre bisherige Adresse zurück, alle Sitzungen enden, und Sie setzen ein neues Passwort:

            {link}

            Der Link gilt sieben Tage.
            """),
        "ru" => ("Ваш адрес электронной почты будет изменён", $"""
            Здравствуйте, {user.Name}!

            Для вашей учётной записи в ServiceCrm указан новый адрес электронной почты: {newAddress}
            Он начнёт действовать, как только будет подтверждён.

            Это были не вы? По этой ссылке прежний адрес останется или вернётся, все сеансы завершатся, и вы зададите новый пароль:

            {link}

            Ссылка действует семь дней.
            """),
        _ => ("Your e-mail address is to be changed", $"""
            Hello {user.Name},

            a new e-mail address was entered for your account in ServiceCrm: {newAddress}
            It counts as soon as it is confirmed there.

            Was it not you? Follow this link to keep your address or get it back; every session ends, and you set a new password:

            {link}

            The link works for seven days.
            """),
    });

    public static OutgoingMail Changed(User user, string oldAddress) => AccessMails.Plain("access.emailChanged", user, oldAddress, user.Language switch
    {
        "de" => ("Ihre E-Mail-Adresse wurde geändert", $"""
            Guten Tag {user.Name},

            die neue E-Mail-Adresse Ihres Zugangs zu ServiceCrm ist bestätigt: {user.Email}
            Waren Sie das nicht, benutzen Sie den Link aus der Mail davor; er gilt sieben Tage.
            """),
        "ru" => ("Ваш адрес электронной почты изменён", $"""
            Здравствуйте, {user.Name}!

            Новый адрес вашей учётной записи в ServiceCrm подтверждён: {user.Email}
            Если это были не вы, воспользуйтесь ссылкой из предыдущего письма; она действует семь дней.
            """),
        _ => ("Your e-mail address was changed", $"""
            Hello {user.Name},

            the new e-mail address of your account in ServiceCrm is confirmed: {user.Email}
            If it was not you, use the link in the mail before this one; it works for seven days.
            """),
    });
}
