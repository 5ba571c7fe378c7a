using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Host.Verbs;

/// <summary>Fills an empty database with the demo company; leaves a demo database as it is and refuses any other.</summary>
internal static class DemoVerb
{
    private const int Seed = 20_260_101;
    private const string Mark = "demo";

    public static IReadOnlyList<(string Email, string Password, string Role)> SignIns => AccessModule.DemoSignIns;

    /// <exception cref="StartRefusedException">when the database holds anything else</exception>
    public static async Task Fill(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (await db.AuditEntries.AnyAsync(e => e.Action == Mark, ct))
        {
            return;
        }

        if (await db.AuditEntries.AnyAsync(ct))
        {
            throw new StartRefusedException("--demo fills an empty database only, and this one holds data. Choose another data directory, for example --DataDirectory demo-data.");
        }

        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var watch = Stopwatch.StartNew();
        var settings = services.GetRequiredService<IConfiguration>();
        Welcome.Say(settings, "  Writing the demo company ...");
        var today = clock.Now();
        var demo = new DemoCompany(Seed, LastMorning(today), scope.ServiceProvider);
        foreach (var module in services.GetRequiredService<ModuleSet>().Modules)
        {
            await module.Demo(demo, db, ct);
            db.ChangeTracker.Clear();
        }

        db.Add(new AuditEntry { Id = EntityId.New<AuditEntryId>(today), At = today, ActorName = Caller.System.Name, Entity = "Database", Action = Mark });
        await db.SaveChangesAsync(ct);
        Welcome.Say(settings, $"  ... done in {watch.Elapsed.TotalSeconds:F1} s.");
    }

    /// <summary>The demo company's now: nine o'clock, today or, before nine, yesterday, so that nothing in it lies in the future.</summary>
    private static DateTimeOffset LastMorning(DateTimeOffset now)
    {
        var nine = new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(9);
        return now < nine ? nine.AddDays(-1) : nine;
    }
}
