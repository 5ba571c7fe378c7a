using System.Text.Json.Serialization;

namespace ServiceCrm.Benchmarks;

public sealed record Customer(string Id, string Name, string Email, string Company);

public sealed record Ticket(
    string Id, int Number, string Subject, string Status, int Priority, bool IsOpen, string CreatedAt, double Score, Customer Customer, IReadOnlyList<string> Tags);

/// <summary>A ticket whose customer must be loaded by its id.</summary>
public sealed record LooseTicket(
    string Id, int Number, string Subject, string Status, int Priority, bool IsOpen, string CreatedAt, double Score, string CustomerId, IReadOnlyList<string> Tags);

/// <summary>The fifty tickets of the load test.</summary>
public static class Data
{
    private static readonly string[] Statuses = ["OPEN", "PENDING", "SOLVED"];

    public static IReadOnlyDictionary<string, Customer> Customers { get; } = Enumerable.Range(0, 10)
        .ToDictionary(k => $"C{k}", k => new Customer($"C{k}", $"Customer Number {k}", $"customer{k}@example.test", $"Company {k % 5}"));

    public static List<Ticket> Tickets { get; } = [.. Enumerable.Range(1, 50).Select(i => new Ticket(
        $"T{i}", 1000 + i, $"Printer on floor {i} does not answer", Statuses[i % 3], (i % 4) + 1, i % 3 != 2, $"2026-01-{(i % 28) + 1:D2}T08:30:00Z", i * 1.25,
        Customers[$"C{i % 10}"], [$"tag{i % 7}", $"tag{i % 11}", "billing"]))];

    public static List<LooseTicket> LooseTickets { get; } = [.. Tickets.Select(ticket => new LooseTicket(
        ticket.Id, ticket.Number, ticket.Subject, ticket.Status, ticket.Priority, ticket.IsOpen, ticket.CreatedAt, ticket.Score, ticket.Customer.Id, ticket.Tags))];

    /// <summary>Stands for one round trip to a database.</summary>
    public static async Task<IReadOnlyDictionary<string, Customer>> LoadCustomers(IReadOnlyList<string> ids)
    {
        await Task.Yield();
        var found = new Dictionary<string, Customer>(ids.Count);
        foreach (var id in ids)
            found[id] = Customers[id];
        return found;
    }
}

public sealed record PlainRequest(string Query, string? OperationName);

public sealed record PlainList(PlainTickets Data);

public sealed record PlainTickets(IEnumerable<Ticket> Tickets);

public sealed record PlainBatchedList(PlainBatchedTickets Data);

public sealed record PlainBatchedTickets(IEnumerable<Ticket> Btickets);

public sealed record PlainName(PlainNameData Data);

public sealed record PlainNameData([property: JsonPropertyName("__typename")] string TypeName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainRequest))]
[JsonSerializable(typeof(PlainList))]
[JsonSerializable(typeof(PlainBatchedList))]
[JsonSerializable(typeof(PlainName))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
public sealed partial class PlainJson : JsonSerializerContext;
