// What permissions cost: pages of the inbox as an agent who sees one team of twenty beside the same pages as an
// administrator, at a million tickets on PostgreSQL, through GraphQL, turn by turn in one run.
//   dotnet run -c Release --project tests/Benchmarks.Rights -- [tickets] [rounds]
using System.Diagnostics;
using System.Globalization;
using ServiceCrm.Benchmarks.Rights;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;

var tickets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40;
await using var server = await TestServer.Start(DatabaseProvider.PostgreSql, settings: [("GraphQL:Cost:Staff:Budget", "1000000000")]);
var admin = await server.AsAdmin();
var teams = new List<string>();
for (var i = 0; i < 20; i++)
{
    teams.Add(await admin.Team($"Team {i}"));
}

var agent = await server.As("Agent", teams[0]);
await Seed.Tickets(server, tickets, teams);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tickets:N0} tickets, 20 teams, median of {rounds} pages each"));
Console.WriteLine("page                     admin ms   agent ms   ratio   (bar 1.3)");
foreach (var (name, filter, more) in new[]
{
    ("newest", "", ""), ("newest with count", "", "totalCount"), ("open", "filter: { view: \"open\" }, ", ""), ("unassigned", "filter: { view: \"unassigned\" }, ", ""), ("counts of all views", "views", ""),
})
{
    var query = filter == "views"
        ? "{ ticketViews { key count } }"
        : $"{{ tickets({filter}first: 50) {{ {more} pageInfo {{ endCursor }} nodes {{ id number subject status priority customerName preview lastMessageAt messageCount tags assignee {{ name }} team {{ name }} }} }} }}";
    var (adminTimes, agentTimes) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds + 3; round++)
    {
        foreach (var (client, times) in new[] { (admin, adminTimes), (agent, agentTimes) })
        {
            var watch = Stopwatch.StartNew();
            await client.Query(query);
            if (round >= 3)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
    }

    var (a, b) = (Median(adminTimes), Median(agentTimes));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {a,10:F1} {b,10:F1} {b / a,7:F2}"));
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
