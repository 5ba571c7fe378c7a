namespace ServiceCrm.Customers;

/// <summary>
/// A country of the demo company's customers; every word list is our own. "Müller|mueller" is a name and how it is
/// written in e-mail addresses.
/// </summary>
internal sealed record DemoCountry(
    string Name,
    string Language,
    string TimeZone,
    string Currency,
    string Phone,
    string Postal,
    string Street,
    string[] Given,
    string[] Family,
    string[] Streets,
    (string City, string Region)[] Cities,
    string[] Forms);

/// <summary>The words of which the demo company's customers are made.</summary>
internal static class DemoWords
{
    public static readonly IReadOnlyList<DemoCountry> Countries =
    [
        new(
            "Germany", "de", "Europe/Berlin", "EUR", "+49 30 23125 {0:000}", "{0:00000}", "{0} {1}",
            ["Anna", "Lukas", "Marie", "Jonas", "Lena", "Felix", "Sophie", "Paul", "Hannah", "Leon", "Katharina", "Tobias", "Jürgen|juergen", "Birgit", "Stefan", "Ulrike", "Matthias", "Sabine"],
            ["Müller|mueller", "Schneider", "Fischer", "Weber", "Wagner", "Becker", "Hoffmann", "Schäfer|schaefer", "Koch", "Richter", "Klein", "Wolf", "Schröder|schroeder", "Neumann", "Zimmermann", "Krüger|krueger", "Hartmann", "Lange", "Vogel", "Keller"],
            ["Lindenstraße", "Gartenweg", "Bahnhofstraße", "Am Markt", "Schillerstraße", "Mühlenweg"],
            [("Berlin", "Berlin"), ("Hamburg", "Hamburg"), ("Leipzig", "Sachsen"), ("Köln", "Nordrhein-Westfalen"), ("Freiburg", "Baden-Württemberg"), ("Nürnberg", "Bayern")],
            ["GmbH", "AG", "KG"]),
        new(
            "United States", "en", "America/New_York", "USD", "+1 202-555-0{0:000}", "{0:00000}", "{1} {0}",
            ["Emma", "James", "Olivia", "Michael", "Ava", "William", "Grace", "Daniel", "Chloe", "Ethan", "Megan", "Carlos", "Denise", "Walter", "Priya", "Marcus"],
            ["Carter", "Bennett", "Hughes", "Morgan", "Reed", "Sullivan", "Parker", "Hayes", "Griffin", "Ramirez", "Foster", "Dawson", "Whitaker", "Nguyen", "Patel", "Lawson"],
            ["Maple Avenue", "Oak Street", "River Road", "Lakeview Drive", "Second Street"],
            [("Boston", "Massachusetts"), ("Denver", "Colorado"), ("Portland", "Oregon"), ("Austin", "Texas"), ("Columbus", "Ohio")],
            ["Inc.", "LLC", "Group"]),
        new(
            "United Kingdom", "en", "Europe/London", "GBP", "+44 20 7946 0{0:000}", "N{1} {0:0}AB", "{1} {0}",
            ["Harry", "Amelia", "George", "Isla", "Oliver", "Freya", "Alfie", "Poppy", "Callum", "Imogen", "Nigel", "Fiona"],
            ["Thompson", "Whitfield", "Clarke", "Ashworth", "Harrison", "Pembroke", "Shaw", "Barlow", "Fletcher", "Sinclair", "Okafor", "Khan"],
            ["High Street", "Church Lane", "Station Road", "Mill Lane"],
            [("London", "England"), ("Leeds", "England"), ("Cardiff", "Wales"), ("Glasgow", "Scotland")],
            ["Ltd", "plc"]),
        new(
            "Russia", "ru", "Europe/Moscow", "RUB", "+7 495 555-0{0:000}", "1{0:00000}", "{0}, {1}",
            ["Анна|anna", "Иван|ivan", "Мария|maria", "Дмитрий|dmitry", "Ольга|olga", "Сергей|sergey", "Екатерина|ekaterina", "Алексей|alexey", "Наталья|natalya", "Павел|pavel"],
            ["Морозенко|morozenko", "Гончар|gonchar", "Шевчук|shevchuk", "Литвин|litvin", "Кравец|kravets", "Бондарь|bondar", "Мельник|melnik", "Ткач|tkach", "Савчук|savchuk", "Белых|belykh"],
            ["ул. Лесная", "пр. Мира", "ул. Садовая", "Набережная ул."],
            [("Москва", "Москва"), ("Казань", "Татарстан"), ("Пермь", "Пермский край"), ("Самара", "Самарская область")],
            ["ООО", "АО"]),
        new(
            "France", "fr", "Europe/Paris", "EUR", "+33 1 99 00 0{0:000}", "{0:00000}", "{1} {0}",
            ["Camille", "Hugo", "Léa|lea", "Louis", "Chloé|chloe", "Gabriel", "Inès|ines", "Théo|theo", "Manon", "Étienne|etienne"],
            ["Moreau", "Lefèvre|lefevre", "Girard", "Bonnet", "Mercier", "Dupuis", "Faure", "Rousselle", "Chevalier", "Marchand"],
            ["rue des Lilas", "avenue de la Gare", "place du Marché"],
            [("Lyon", "Auvergne-Rhône-Alpes"), ("Nantes", "Pays de la Loire"), ("Lille", "Hauts-de-France")],
            ["SARL", "SAS"]),
        new(
            "Poland", "pl", "Europe/Warsaw", "PLN", "+48 22 555 0{0:000}", "0{1}-{0:000}", "{0} {1}",
            ["Zofia", "Jakub", "Maja", "Piotr", "Agnieszka", "Łukasz|lukasz", "Małgorzata|malgorzata", "Tomasz"],
            ["Kowalczyk", "Wójcik|wojcik", "Zieliński|zielinski", "Szymański|szymanski", "Dąbrowska|dabrowska", "Mazur", "Krawiec", "Sikora"],
            ["ul. Kwiatowa", "ul. Polna", "aleja Lipowa"],
            [("Warszawa", "Mazowieckie"), ("Kraków", "Małopolskie"), ("Gdańsk", "Pomorskie")],
            ["Sp. z o.o.", "S.A."]),
    ];

    public static readonly IReadOnlyList<string> CompanyFirst =
        ["Nordlicht", "Bluestone", "Kestrel", "Alba", "Horizont", "Silverline", "Arbor", "Meridian", "Polaris", "Lumen", "Granit", "Cascade", "Orchard", "Vela", "Tandem", "Quarzwerk", "Harbour", "Juniper", "Sable", "Fjord"];

    public static readonly IReadOnlyList<string> CompanySecond =
        ["Logistics", "Foods", "Hotels", "Dental", "Interiors", "Textiles", "Motors", "Optics", "Consulting", "Bakery", "Energy", "Studios", "Pharmacy", "Schools"];

    public static readonly IReadOnlyList<string> JobTitles =
        ["Office manager", "Head of purchasing", "IT administrator", "Managing director", "Facility manager", "Accountant", "Team assistant"];

    public static readonly IReadOnlyList<string> Tags = ["VIP", "Newsletter", "Wholesale", "Early adopter", "At risk", "Reference", "Trade fair 2026"];

    public static readonly IReadOnlyList<(string Name, int Cents)> Products =
    [
        ("Coffee machine Aroma 300", 18900), ("Kettle Pico", 3990), ("Robot vacuum Lune", 34900), ("Air purifier Breeze", 22900), ("Toaster Duo", 4990),
        ("Blender Swirl", 6990), ("Dishwasher Calma 60", 52900), ("Filter set", 1990), ("Descaling kit", 1490), ("Desk lamp Arc", 5990), ("Heater Ember", 8990),
        ("Dust bags, 10 pieces", 1290), ("Extended warranty, 2 years", 4900), ("Induction hob Plano", 41900), ("Espresso cups, set of 6", 2490),
    ];

    /// <summary>A name and how it is written in e-mail addresses.</summary>
    public static (string Name, string Mail) Split(string word) => word.Split('|') is [var name, var mail] ? (name, mail) : (word, word.ToLowerInvariant());
}
