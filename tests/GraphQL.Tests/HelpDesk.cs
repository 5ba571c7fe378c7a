using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.GraphQL.Tests;

internal readonly record struct TicketId(Guid Value);

internal readonly record struct CustomerId(Guid Value);

internal enum TicketStatus
{
    Open,
    OnHold,
    Solved,
}

internal sealed record Customer(CustomerId Id, string Name, string? Email);

internal sealed class Ticket
{
    public required TicketId Id { get; init; }
    public required int Number { get; init; }
    public required string Subject { get; init; }
    public string? Note { get; set; }
    public TicketStatus Status { get; set; }
    public CustomerId? CustomerId { get; init; }
    public IReadOnlyList<CustomerId> FollowerIds { get; init; } = [];
    public List<string> Tags { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; } = new(2026, 1, 2, 8, 30, 0, TimeSpan.FromHours(2));
    public string Secret { get; init; } = "hidden";
    public string Broken => Number == 0 ? string.Empty : throw new InvalidOperationException("broken");
}

internal sealed record SolveTicketInput(TicketId TicketId, string? Note, long? ExpectedVersion) : ICheckedInput
{
    public IEnumerable<InputProblem> Check()
    {
        if (Note is { Length: > 10 })
            yield return new InputProblem("note", "The note is too long.");
    }
}

internal sealed record TicketFilter(TicketStatus? Status = null, Optional<string?> Text = default, IReadOnlyList<int>? Numbers = null, int Least = 0);

internal sealed class RuleBroken(string message) : Exception(message);

internal sealed record SimpleError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;

/// <summary>The data and the counters of one test.</summary>
internal sealed class Desk
{
    public List<Ticket> Tickets { get; } = [];

    public Dictionary<CustomerId, Customer> Customers { get; } = [];

    public List<int> LoaderCalls { get; } = [];

    public PageArgs? LastPage { get; set; }

    public static Guid Guid(int number) => new($"00000000-0000-7000-8000-{number:D12}");

    public static Desk Sample(int tickets = 5, int customers = 2)
    {
        var desk = new Desk();
        for (var i = 1; i <= customers; i++)
            desk.Customers[new CustomerId(Guid(i))] = new Customer(new CustomerId(Guid(i)), $"Customer {i}", i == 1 ? null : $"c{i}@example.test");
        for (var i = 1; i <= tickets; i++)
        {
            desk.Tickets.Add(new Ticket
            {
                Id = new TicketId(Guid(100 + i)),
                Number = 1000 + i,
                Subject = $"Printer {i}",
                Status = (TicketStatus)(i % 3),
                CustomerId = i == 3 ? null : new CustomerId(Guid((i % customers) + 1)),
                FollowerIds = [new CustomerId(Guid(1)), new CustomerId(Guid(99))],
                Tags = ["a", $"t{i}"],
            });
        }

        return desk;
    }
}

internal sealed class Caller(params string[] permissions) : IFieldAuthorizer
{
    public List<string> Asked { get; } = [];

    public bool IsSignedIn => permissions.Length > 0;

    public bool Allows(string permission)
    {
        Asked.Add(permission);
        return permissions.Contains("*") || permissions.Contains(permission);
    }
}

internal static class Features
{
    public static async Task<IReadOnlyDictionary<CustomerId, Customer>> Customers(IReadOnlyList<CustomerId> ids, Desk desk, CancellationToken ct)
    {
        await Task.Yield();
        desk.LoaderCalls.Add(ids.Count);
        return ids.Where(desk.Customers.ContainsKey).ToDictionary(id => id, id => desk.Customers[id]);
    }

    public static Task<IReadOnlyDictionary<TicketId, Ticket>> TicketsByIds(IReadOnlyList<TicketId> ids, Desk desk) =>
        Task.FromResult<IReadOnlyDictionary<TicketId, Ticket>>(desk.Tickets.Where(ticket => ids.Contains(ticket.Id)).ToDictionary(ticket => ticket.Id));

    public static Task<Dictionary<TicketId, int>> Previews(IReadOnlyList<TicketId> ids) => Task.FromResult(ids.Skip(1).ToDictionary(id => id, _ => 7));

    public static Task<ILookup<TicketId, string>> Files(IReadOnlyList<TicketId> ids) =>
        Task.FromResult(ids.Take(1).SelectMany(id => new[] { (id, "a.txt"), (id, "b.txt") }).ToLookup(pair => pair.id, pair => pair.Item2));

    public static Ticket? Ticket(TicketId id, Desk desk) => desk.Tickets.Find(ticket => ticket.Id == id);

    public static Task<Page<Ticket>> Search(PageArgs page, Desk desk, TicketFilter? filter = null)
    {
        desk.LastPage = page;
        var found = desk.Tickets.Where(ticket => filter?.Status is null || ticket.Status == filter.Status).ToList();
        var start = page.Start is null ? 0 : found.FindIndex(ticket => ticket.Number == Cursor.Read<int>(page.Start)) + 1;
        var rows = page.WantsNodes ? found.Skip(start).Take(page.Size + 1).ToList() : [];
        return Task.FromResult(Page.FromRows(rows, page, ticket => Cursor.Of(ticket.Number), page.WantsTotalCount ? found.Count : null));
    }

    public static string Describe(TicketFilter filter) => $"{filter.Status} {filter.Text.IsSet} {filter.Text.Value} {filter.Numbers?.Count} {filter.Least}";

    public static async Task<Ticket> Solve(SolveTicketInput input, Desk desk)
    {
        await Task.Yield();
        var ticket = desk.Tickets.Single(ticket => ticket.Id == input.TicketId);
        if (ticket.Status == TicketStatus.Solved)
            throw new RuleBroken("It is solved already.");
        ticket.Status = TicketStatus.Solved;
        ticket.Note = input.Note;
        return ticket;
    }

    public static string Where(Ticket ticket, FieldContext context) => $"{string.Join('/', context.Path)} of {ticket.Number}";

    public static async Task<string> WhereLater(Ticket ticket, FieldContext context)
    {
        var path = string.Join('/', context.Path);
        await Task.Yield();
        return $"{path} of {ticket.Number}";
    }

    public static Task Nothing() => Task.CompletedTask;

    public static string NameOf(CustomerId id) => id.Value.ToString()[^2..];

    public static async IAsyncEnumerable<Ticket> Changes(Desk desk, int count = 2)
    {
        foreach (var ticket in desk.Tickets.Take(count))
        {
            await Task.Yield();
            yield return ticket;
        }
    }

    public static IReadOnlyList<Ticket?> WithGaps(Desk desk) => [desk.Tickets[0], null];
}

/// <summary>A small help desk, declared as modules declare theirs.</summary>
internal static class HelpDesk
{
    public static SchemaBuilder Builder()
    {
        var schema = new SchemaBuilder("test", new Services());
        schema.GlobalId<TicketId>("Ticket", id => id.Value, guid => new TicketId(guid));
        schema.GlobalId<CustomerId>("Customer", id => id.Value, guid => new CustomerId(guid));
        schema.Object<Ticket>("Ticket", t =>
        {
            t.Describe("A question or problem.");
            t.Node(x => x.Id, Features.TicketsByIds, permission: "tickets.read");
            t.Field("number", x => x.Number);
            t.Field("subject", x => x.Subject);
            t.Field("note", x => x.Note);
            t.Field("status", x => x.Status);
            t.Field("tags", x => x.Tags);
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("secret", x => x.Secret).Requires("tickets.secret");
            t.Field("margin", x => x.Number * 2).HiddenWithout("tickets.money");
            t.LoadMany("papers", x => x.Id, Features.Files).HiddenWithout("tickets.papers");
            t.Field("broken", x => x.Broken);
            t.Reference("customer", x => x.CustomerId);
            t.References("followers", x => x.FollowerIds);
            t.Load("preview", x => x.Id, Features.Previews);
            t.LoadMany("files", x => x.Id, Features.Files);
            t.Resolve("where", Features.Where);
            t.Resolve("whereLater", Features.WhereLater);
        });
        schema.Object<Customer>("Customer", t =>
        {
            t.Node(x => x.Id, Features.Customers);
            t.Field("name", x => x.Name);
            t.Field("email", x => x.Email).Deprecated("Write a letter").Describe("Where to write.");
        });
        schema.ExtendNode<CustomerId>(t => t.Resolve("ending", Features.NameOf));
        schema.Object<SimpleError>("SimpleError", t => t.Describe("Any error."));
        schema.Query("ticket", "tickets.read", Features.Ticket);
        schema.Query("tickets", "tickets.read", Features.Search);
        schema.Query("describe", SchemaBuilder.Anyone, Features.Describe);
        schema.Query("kindOf", SchemaBuilder.Anyone, (AnyId id) => id.TryDecode("Ticket", out _) ? "a ticket" : id.TryDecode("Customer", out _) ? "a customer" : "unknown");
        schema.Query("hello", SchemaBuilder.Anyone, (string name = "world") => $"Hello {name}");
        schema.Query("gaps", SchemaBuilder.Anyone, Features.WithGaps);
        schema.Mutation("solveTicket", "tickets.solve", Features.Solve);
        schema.Mutation("nothing", "tickets.solve", Features.Nothing);
        schema.Subscription("ticketChanged", "tickets.read", Features.Changes);
        schema.MutationErrors(failure => failure switch
        {
            RuleBroken => [new SimpleError(failure.Message, "RULE_BROKEN", null)],
            InvalidInputProblems invalid => [.. invalid.Problems.Select(problem => new SimpleError(problem.Message, "INVALID", problem.Path.Split('.')))],
            _ => null,
        });
        return schema;
    }

    private static GraphQLSchema Schema { get; } = Builder().Build();

    public static GraphQLExecutor Executor(ExecutionOptions? options = null) => new(Schema, options);

    public static IServiceProvider Provider(Desk desk, Caller? caller = null) => new ServiceCollection()
        .AddSingleton(desk)
        .AddSingleton<IFieldAuthorizer>(caller ?? new Caller("*"))
        .BuildServiceProvider();

    public static async Task<string> Run(string query, string? variables = null, Desk? desk = null, Caller? caller = null, ExecutionOptions? options = null)
    {
        var services = Provider(desk ?? Desk.Sample(), caller);
        using var result = await Executor(options).ExecuteAsync(GraphQLRequest.Of(query, variables), services, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(result.Body.Span);
    }

    private sealed class Services : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => serviceType == typeof(Desk);
    }
}
