using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The people of the demo company: twelve in four teams, one password for all.</summary>
internal static class AccessDemo
{
    public const string Password = "demo-Password-1";

    private static readonly (string Name, string Role, string Team, string Language, string TimeZone)[] People =
    [
        ("Ada Novak", Roles.Admin, "Support", "en", "Europe/London"),
        ("Marta Lindqvist", Roles.Manager, "Support", "en", "Europe/Stockholm"),
        ("Jonas Keller", Roles.Agent, "Support", "de", "Europe/Berlin"),
        ("Aisha Rahman", Roles.Agent, "Support", "en", "Europe/London"),
        ("Dmitri Volkov", Roles.Agent, "Technical", "ru", "Europe/Moscow"),
        ("Chloé Martin", Roles.Agent, "Technical", "en", "Europe/Paris"),
        ("Kenji Sato", Roles.Agent, "Technical", "en", "Asia/Tokyo"),
        ("Lena Brandt", Roles.Agent, "Billing", "de", "Europe/Berlin"),
        ("Samuel Okafor", Roles.Agent, "Billing", "en", "Africa/Lagos"),
        ("Olga Sokolova", Roles.AccountManager, "Key accounts", "ru", "Europe/Moscow"),
        ("Pedro Alvarez", Roles.AccountManager, "Key accounts", "en", "Europe/Madrid"),
        ("Nina Weber", Roles.Marketing, "Key accounts", "de", "Europe/Vienna"),
    ];

    public static IReadOnlyList<(string Email, string Password, string Role)> SignIns => [.. People.Select(p => (EmailOf(p.Name), Password, p.Role))];

    public static async Task Run(DemoCompany demo, CrmDb db, IPasswordHasher<User> hasher, CancellationToken ct)
    {
        var started = demo.Today.AddYears(-2);
        var users = new List<User>();
        string? hash = null;
        foreach (var person in People)
        {
            var user = User.Create(person.Name, EmailAddress.Parse(EmailOf(person.Name)), [person.Role], started);
            user.Speak(person.Language);
            user.LiveIn(person.TimeZone);
            user.SetPassword(hash ??= hasher.HashPassword(user, Password));
            user.Introduce(person.Role == Roles.Agent ? TitleOf(person.Language) : null, null, $"{GreetingOf(person.Language)}\n{{{{name}}}}\n{{{{jobTitle}}}}");
            users.Add(user);
        }

        var teams = People.Select(p => p.Team).Distinct()
            .Select(name => Team.Create(name, users.Where((_, i) => People[i].Team == name).Select(u => u.Id), started)).ToList();
        db.AddRange(users);
        db.AddRange(teams);
        AddLife(users, demo.Today, db);
        await db.SaveChangesAsync(ct);
        demo.Leave<IReadOnlyList<UserId>>("staff", [.. users.Select(u => u.Id)]);
        demo.Leave<IReadOnlyList<UserId>>("account managers", [.. users.Where(u => u.Roles.Contains(Roles.AccountManager)).Select(u => u.Id)]);
        demo.Leave<IReadOnlyDictionary<UserId, string>>("names", users.ToDictionary(u => u.Id, u => u.Name));
        demo.Leave<IReadOnlyList<(TeamId Id, string Name, IReadOnlyList<UserId> Members)>>(
            "teams", [.. teams.Select(t => (t.Id, t.Name, (IReadOnlyList<UserId>)[.. t.Members.Select(m => m.UserId)]))]);
    }

    /// <summary>Somebody who is to come, somebody on holiday with a substitute, and a program.</summary>
    private static void AddLife(List<User> users, DateTimeOffset today, CrmDb db)
    {
        var (jonas, aisha) = (users.Find(u => u.Name == "Jonas Keller")!, users.Find(u => u.Name == "Aisha Rahman")!);
        db.Add(Absence.Plan(jonas.Id, today.AddDays(-2), today.AddDays(12), aisha.Id, "Hiking in the Harz", today));
        var guest = User.Invite("Farah Haddad", EmailAddress.Parse("farah@demo.example.com"), [Roles.Agent], today + OneTimeLink.Lasts(LinkPurpose.Invitation), today);
        db.Add(guest);
        db.Add(OneTimeLink.Create(LinkPurpose.Invitation, guest.Id, guest.Email, today).Link);
        db.Add(User.ForProgram("Website form", [Roles.Agent], today.AddMonths(-3)));
    }

    private static string TitleOf(string language) => language switch { "de" => "Kundenbetreuung", "ru" => "Служба поддержки", _ => "Customer support" };

    private static string GreetingOf(string language) => language switch { "de" => "Mit freundlichen Grüßen", "ru" => "С уважением", _ => "Kind regards" };

    private static string EmailOf(string name) => $"{SearchKey.Of(name.Split(' ')[0]).ToLowerInvariant()}@demo.example.com";
}
