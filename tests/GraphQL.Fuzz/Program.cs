// Sends damaged, deep and huge requests through the whole GraphQL endpoint with the product's schema and limits, and prints a table.
// Usage: dotnet run -c Release --project tests/GraphQL.Fuzz [documents = 500000] [seed]
// Bars: every answer is well-formed, none takes over 50 ms, memory stays flat. Exit code 1 when one is missed.
using System.Globalization;
using ServiceCrm.GraphQL.Fuzz;

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20261126;
await using var endpoint = await Endpoint.Open();
var requests = new Requests(seed);
var tally = new Tally();
// Until then the caches of plans and buffers fill.
var warmUp = count / 5;
for (var i = 0; i < count; i++)
{
    if (i == warmUp)
        tally.MarkMemory();
    var (kind, body) = requests.Next();
    await tally.Add(kind, body, endpoint);
}

return tally.Print(count, seed) ? 0 : 1;
