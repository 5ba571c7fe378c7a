using System.Text.Json;
using ServiceCrm.GraphQL;

namespace ServiceCrm.Benchmarks;

/// <summary>The two candidates, each in a process of its own: our engine, and an endpoint that writes the same bytes with System.Text.Json.</summary>
internal static class Server
{
    public static void Run(string kind, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddScoped<IFieldAuthorizer, Everyone>();
        var app = builder.Build();
        app.MapGet("/allocated", () => GC.GetTotalAllocatedBytes(precise: true).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (kind is "plain")
            MapPlain(app);
        else
            app.MapGraphQL("/graphql", new GraphQLExecutor(Schema(), Options()));
        app.Run();
    }

    // All that the Host switches on: limits, a budget for each caller, the log of slow operations, an error map.
    private static ExecutionOptions Options()
    {
        var budgets = new System.Collections.Concurrent.ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        return new ExecutionOptions
        {
            Charge = (services, cost) =>
            {
                var left = budgets.AddOrUpdate(services.GetRequiredService<IFieldAuthorizer>().IsSignedIn ? "somebody" : "", _ => 1e12, (_, budget) => budget - cost.Total);
                return new CostAllowance(20_000, left);
            },
            SlowOperation = slow => Console.Error.WriteLine(slow),
            MapError = failure => new ServiceCrm.GraphQL.Errors.GraphQLError(failure.Message),
        };
    }

    private static GraphQLSchema Schema()
    {
        var schema = new SchemaBuilder("benchmark");
        schema.Object<Customer>("Customer", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("name", x => x.Name);
            t.Field("email", x => x.Email);
            t.Field("company", x => x.Company);
        });
        schema.Object<Ticket>("Ticket", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("number", x => x.Number);
            t.Field("subject", x => x.Subject);
            t.Field("status", x => x.Status);
            t.Field("priority", x => x.Priority);
            t.Field("isOpen", x => x.IsOpen);
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("score", x => x.Score);
            t.Field("customer", x => x.Customer);
            t.Field("tags", x => x.Tags);
        });
        schema.Object<LooseTicket>("BTicket", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("number", x => x.Number);
            t.Field("subject", x => x.Subject);
            t.Field("status", x => x.Status);
            t.Field("priority", x => x.Priority);
            t.Field("isOpen", x => x.IsOpen);
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("score", x => x.Score);
            t.Load("customer", x => x.CustomerId, Data.LoadCustomers);
            t.Field("tags", x => x.Tags);
        });
        schema.Query("tickets", "tickets.read", (int first = 50) => first == 50 ? Data.Tickets : Data.Tickets[..first]);
        schema.Query("btickets", "tickets.read", (int first = 50) => first == 50 ? Data.LooseTickets : Data.LooseTickets[..first]);
        return schema.Build();
    }

    private static void MapPlain(WebApplication app)
    {
        // Introspection has no plain counterpart: the finished answer as a JSON tree.
        var introspection = JsonElement.Parse(Introspect());
        app.MapPost("/graphql", async context =>
        {
            var request = (await context.Request.ReadFromJsonAsync(PlainJson.Default.PlainRequest))!;
            if (request.Query.Contains("__schema", StringComparison.Ordinal))
                await context.Response.WriteAsJsonAsync(introspection, PlainJson.Default.JsonElement);
            else if (request.Query.Contains("btickets", StringComparison.Ordinal))
                await context.Response.WriteAsJsonAsync(new PlainBatchedList(new PlainBatchedTickets(await LoadAsync())), PlainJson.Default.PlainBatchedList);
            else if (request.Query.Contains("tickets", StringComparison.Ordinal))
                await context.Response.WriteAsJsonAsync(new PlainList(new PlainTickets(Data.Tickets)), PlainJson.Default.PlainList);
            else
                await context.Response.WriteAsJsonAsync(new PlainName(new PlainNameData("Query")), PlainJson.Default.PlainName);
        });
    }

    private static async Task<List<Ticket>> LoadAsync()
    {
        var ids = Data.LooseTickets.Select(ticket => ticket.CustomerId).Distinct().ToList();
        var customers = await Data.LoadCustomers(ids);
        return [.. Data.LooseTickets.Select(x => new Ticket(x.Id, x.Number, x.Subject, x.Status, x.Priority, x.IsOpen, x.CreatedAt, x.Score, customers[x.CustomerId], x.Tags))];
    }

    private static byte[] Introspect()
    {
        var executor = new GraphQLExecutor(Schema());
        var services = new ServiceCollection().AddSingleton<IFieldAuthorizer, Everyone>().BuildServiceProvider();
        using var result = executor.ExecuteAsync(GraphQLRequest.Of(Queries.Introspection), services).AsTask().GetAwaiter().GetResult();
        return result.Body.ToArray();
    }

    private sealed class Everyone : IFieldAuthorizer
    {
        public bool IsSignedIn => true;

        public bool Allows(string permission) => true;
    }
}
