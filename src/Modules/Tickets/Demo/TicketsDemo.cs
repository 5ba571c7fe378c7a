using System.Globalization;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.Tickets;

/// <summary>Five thousand requests of twelve months, with conversations that make sense; most solved, some waiting today.</summary>
internal static class TicketsDemo
{
    private const int Count = 5_000;
    private const int Batch = 500;

    public static async Task Run(DemoCompany demo, CrmDb db, CancellationToken ct)
    {
        var customers = demo.Take<IReadOnlyList<CustomerSummary>>("customers");
        var façade = demo.Services.GetRequiredService<ICustomers>();
        var cast = new DemoCast(demo);
        var moments = Moments(demo);
        for (var done = 0; done < Count; done += Batch)
        {
            await db.InTransaction(
                async () =>
                {
                    var writer = new BulkWriter(db);
                    foreach (var at in moments.Skip(done).Take(Batch))
                    {
                        var number = await Engine.NextNumber(db, TicketsTables.NumberSequence, ct);
                        // A few customers write often, most once or twice.
                        var customer = customers[(int)(customers.Count * Math.Pow(demo.Random.NextDouble(), 1.7))];
                        new DemoStory(demo, cast, number, customer, at).Write(writer, façade);
                    }

                    await writer.Write(ct);
                    await db.SaveChangesAsync(ct);
                },
                ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>When people write: more on weekdays and in the mornings, a little more every month.</summary>
    private static List<DateTimeOffset> Moments(DemoCompany demo)
    {
        var moments = new List<DateTimeOffset>(Count);
        while (moments.Count < Count)
        {
            var at = demo.Today.AddDays(-365 * (1 - Math.Sqrt(demo.Random.NextDouble()))).Date;
            if (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && demo.Random.Next(4) > 0)
            {
                continue;
            }

            var minute = (int)(7 * 60 + 13 * 60 * Math.Pow(demo.Random.NextDouble(), 1.4));
            var moment = new DateTimeOffset(at, TimeSpan.Zero).AddMinutes(minute).AddSeconds(demo.Random.Next(60));
            if (moment < demo.Today)
            {
                moments.Add(moment);
            }
        }

        moments.Sort();
        return moments;
    }
}

/// <summary>Who answers in the demo company.</summary>
internal sealed class DemoCast(DemoCompany demo)
{
    private readonly IReadOnlyDictionary<UserId, string> _names = demo.Take<IReadOnlyDictionary<UserId, string>>("names");
    private readonly Dictionary<string, (TeamId Id, string Name, IReadOnlyList<UserId> Members)> _teams =
        demo.Take<IReadOnlyList<(TeamId Id, string Name, IReadOnlyList<UserId> Members)>>("teams").ToDictionary(t => t.Name, StringComparer.Ordinal);

    public TeamId Team(string name) => _teams[name].Id;

    public Author Agent(string team)
    {
        var id = demo.Pick(_teams[team].Members);
        return Author.Agent(id, _names[id]);
    }

    public string Format(string text) => string.Format(
        CultureInfo.InvariantCulture, text, demo.Pick(DemoTopics.Things), 40_000 + demo.Random.Next(9_000), CultureInfo.InvariantCulture.DateTimeFormat.DayNames[1 + demo.Random.Next(5)]);
}
