using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Suggests where columns belong, from the words of their headers (English, German, Russian) and the shape of their values.</summary>
internal static class ColumnSuggestions
{
    private static readonly Dictionary<string, string> TargetOf = Words(
        ("externalId", "customer id, customer number, customer no, customer nr, customer code, client id, client number, account id, account number, account no, external id, contact id, user id, person id, member id, id, number, Kundennummer, Kundennr, Kunden-Nr, Kunden ID, Kdnr, Kd-Nr, Nummer, Nr, номер клиента, код клиента"),
        ("kind", "kind, customer kind, customer type, Kundenart, Kundentyp"),
        ("givenName", "first name, given name, forename, prename, Vorname, Rufname, имя"),
        ("familyName", "last name, family name, surname, Nachname, Familienname, Zuname, фамилия"),
        ("name", "name, full name, display name, customer name, client name, contact name, contact, customer, client, Kunde, Kundenname, Voller Name, Vollständiger Name, Ansprechpartner, фио, полное имя, клиент"),
        ("jobTitle", "job title, job, position, Berufsbezeichnung, Beruf, Funktion, должность"),
        ("email", "email, e-mail, email address, e-mail address, mail, mail address, primary email, Mailadresse, E-Mail-Adresse, Emailadresse, почта, электронная почта, эл почта"),
        ("email.work", "work email, business email, E-Mail geschäftlich"),
        ("email.home", "home email, private email, personal email, E-Mail privat"),
        ("phone", "phone, phone number, phone no, telephone, telephone number, tel, primary phone, contact number, Telefon, Telefonnummer, Telefonnr, Rufnummer, Tel-Nr, телефон, номер телефона"),
        ("phone.mobile", "mobile, mobile phone, mobile number, cell, cell phone, Handy, Handynummer, Mobil, Mobiltelefon, Mobilnummer, мобильный, мобильный телефон"),
        ("phone.work", "work phone, business phone, office phone, Telefon geschäftlich, Telefon dienstlich, рабочий телефон"),
        ("phone.home", "home phone, private phone, Telefon privat, домашний телефон"),
        ("preferredContactMethod", "preferred contact method, contact method, preferred contact, Kontaktweg, bevorzugter Kontakt"),
        ("language", "language, lang, locale, preferred language, Sprache, язык"),
        ("timeZone", "time zone, timezone, Zeitzone, часовой пояс"),
        ("tags", "tags, tag, labels, keywords, Schlagworte, Schlagwörter, Stichworte, теги, метки"),
        ("address.line1", "address, address 1, address line 1, street, street address, Straße, Strasse, Str, Adresse, Anschrift, Straße und Hausnummer, Straße Hausnummer, адрес, улица"),
        ("address.line2", "address 2, address line 2, Adresszusatz"),
        ("address.postalCode", "zip, zip code, postal code, postcode, post code, PLZ, Postleitzahl, индекс, почтовый индекс"),
        ("address.city", "city, town, locality, Ort, Stadt, Wohnort, город"),
        ("address.region", "state, region, province, county, Bundesland, Kanton, область, регион"),
        ("address.country", "country, country name, country code, Land, Staat, страна"));

    private static readonly Dictionary<string, string> CompanyWords = Words(("name", "company, company name, organization, organisation, business, firm, Firma, Firmenname, Unternehmen, компания, организация"));

    public static IReadOnlyList<ImportColumn> For(IReadOnlyList<ColumnSight> columns, int total, IReadOnlyDictionary<string, CustomField> fields)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var custom = fields.Values.GroupBy(f => Key(f.Label)).ToDictionary(g => g.Key, g => ImportTargets.CustomPrefix + g.First().Key, StringComparer.Ordinal);
        var byHeader = columns.ToDictionary(c => c.Index, c => Claim(taken, Fits(c, TargetOf.GetValueOrDefault(Key(c.Header))) ?? custom.GetValueOrDefault(Key(c.Header))));
        // A company's name is the customer's name only where no other column is: else it is where a person works.
        var named = taken.Overlaps(["name", "givenName", "familyName"]);
        return
        [
            .. columns.Select(c => new ImportColumn(
                c.Index, c.Header, c.Seen, Target: null,
                byHeader[c.Index] ?? Claim(taken, named ? null : CompanyWords.GetValueOrDefault(Key(c.Header))) ?? Claim(taken, ByShape(c)),
                c.GuessType(), c.FilledShare(total), c.Values)),
        ];
    }

    private static string? Claim(HashSet<string> taken, string? target) => target is not null && (taken.Add(target) || ImportTargets.TakesMany(target)) ? target : null;

    private static string? ByShape(ColumnSight column) => column.LooksLikeEmail ? "email" : column.LooksLikePhone ? "phone" : null;

    /// <summary>The header's suggestion unless the values plainly contradict it.</summary>
    private static string? Fits(ColumnSight column, string? target) => target switch
    {
        null => null,
        _ when column.Seen.Count == 0 => target,
        _ when target.StartsWith("email", StringComparison.Ordinal) => column.CouldBeEmail ? target : null,
        _ when target.StartsWith("phone", StringComparison.Ordinal) => column.CouldBePhone ? target : null,
        "kind" or "preferredContactMethod" or "language" or "timeZone" => column.Seen.All(v => CellReaders.IsValid(target, v)) ? target : null,
        _ => target,
    };

    private static Dictionary<string, string> Words(params (string Target, string Headers)[] lists) => lists
        .SelectMany(l => l.Headers.Split(", ").Select(h => (Key: Key(h), l.Target)))
        .DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Target, StringComparer.Ordinal);

    private static string Key(string header) => new([.. SearchKey.Of(header).Where(char.IsLetterOrDigit)]);
}
