using System.Text;
using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Execution;

public class FuzzTests
{
    private const int Seed = 20261122;

    private static readonly string[] Documents =
    [
        "query($f: TicketFilter, $n: Int = 3) { tickets(first: $n, filter: $f) { totalCount edges { cursor node { id number customer { name ... on Customer { email } } followers { id } files } } pageInfo { hasNextPage } } }",
        "{ node(id: \"Ticket_AAAAAAAAcACAAAAAAAABAQ\") { __typename ...T } hello(name: \"a\\u00e4\") } fragment T on Ticket { number tags status @include(if: true) customer { ending } }",
        "mutation M($i: SolveTicketInput!) { solveTicket(input: $i) { ticket { id where } errors { code message path } } nothing { errors { code } } }",
        "{ __schema { types { name fields(includeDeprecated: true) { name args { defaultValue } type { ofType { name } } } } } gaps { number broken } }",
    ];

    private static readonly string[] Variables =
    [
        """{"f":{"status":"OPEN","text":null,"numbers":[1,2]},"n":2,"i":{"ticketId":"Ticket_AAAAAAAAcACAAAAAAAABAQ","note":"n"}}""",
        """{"f":{"status":1},"n":"x","i":{"ticketId":5}}""",
        "{}",
    ];

    [Fact]
    public async Task Damaged_requests_always_get_a_well_formed_answer()
    {
        var random = new Random(Seed);
        var executor = HelpDesk.Executor();
        var services = HelpDesk.Provider(Desk.Sample());
        for (var i = 0; i < 5000; i++)
        {
            var request = new GraphQLRequest
            {
                Query = Damage(random, Documents[random.Next(Documents.Length)]),
                Variables = Encoding.UTF8.GetBytes(Variables[random.Next(Variables.Length)]),
            };
            using var result = await executor.ExecuteAsync(request, services, TestContext.Current.CancellationToken);
            var answer = JsonElement.Parse(result.Body.Span);
            (answer.TryGetProperty("data", out _) || answer.GetProperty("errors").GetArrayLength() > 0).ShouldBeTrue($"seed {Seed}, round {i}");
        }
    }

    private static byte[] Damage(Random random, string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document).ToList();
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}()[]$@!:\"\\ abc01"[random.Next(18)]); break;
                default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }
}
