using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Tickets.Tests;

public sealed class SameCustomerAtOnce
{
    [Theory]
    [EachEngine]
    public async Task Requests_of_a_new_customer_at_the_same_moment_make_one_customer(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        using var agent = await server.AsAdmin();
        using var portal = new GraphQLClient(server.Url) { Path = "/portal/graphql" };
        var writes = Enumerable.Range(0, 12).Select(i => i % 2 == 0
            ? portal.Mutate("mutation($s: String!) { submitRequest(input: { name: \"Ada\", email: \"ada@example.com\", subject: $s, text: \"Hello\" }) { request { number } errors { message } } }", new { s = $"Request {i}" })
            : agent.Mutate("mutation($s: String!) { createTicket(input: { subject: $s, body: \"Hello\", newCustomer: { name: \"Ada\", email: \"Ada@Example.com\" } }) { ticket { id } errors { message } } }", new { s = $"Call {i}" }));
        await Task.WhenAll(writes);

        (await agent.Query("{ customers { totalCount } tickets { totalCount } }")).ToString().ShouldBe("""{"customers":{"totalCount":1},"tickets":{"totalCount":12}}""");
    }
}
