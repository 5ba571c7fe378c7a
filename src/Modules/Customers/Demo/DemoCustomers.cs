using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>The demo company's customers and what they bought in the last twelve months.</summary>
internal static class DemoCustomers
{
    private const int Companies = 150;
    private const int Persons = 1_850;
    private const int Orders = 6_000;
    private const int Batch = 1_000;

    private static readonly Dictionary<string, decimal> EuroIn = new(StringComparer.Ordinal) { ["EUR"] = 1m, ["USD"] = 1.1m, ["GBP"] = 0.86m, ["PLN"] = 4.3m, ["RUB"] = 95m };

    public static async Task Write(DemoCompany demo, CrmDb db, CancellationToken ct)
    {
        var people = new DemoPeople(demo, demo.Take<IReadOnlyList<UserId>>("staff"));
        var customers = new List<Customer>();
        for (var i = 0; i < Companies; i++)
        {
            customers.Add(Customer.Create(people.Company(i), Since(demo)));
        }

        var companies = customers.Select(c => c.Id).ToList();
        for (var i = 0; i < Persons; i++)
        {
            customers.Add(Customer.Create(people.Person(companies), Since(demo)));
        }

        var rows = new List<object>();
        rows.AddRange(Fields(demo.Today.AddYears(-3)));
        rows.AddRange(DemoWords.Tags.Select(t => new CustomerTag(SearchKey.Of(t), t)));
        rows.AddRange(BuyThings(demo, customers));
        rows.AddRange(customers);
        rows.AddRange(customers.Select(c => new TimelineEntry(c.Id, News(TimelineKind.CustomerCreated, c.DisplayName, c.CreatedAt))));
        foreach (var batch in rows.Chunk(Batch))
        {
            await db.InTransaction(() => Write(db, batch, ct), ct);
        }

        demo.Leave<IReadOnlyList<CustomerSummary>>("customers", [.. customers.Select(c => c.Summary)]);
    }

    private static Task Write(CrmDb db, IEnumerable<object> rows, CancellationToken ct)
    {
        var bulk = new BulkWriter(db);
        bulk.AddRange(rows);
        return bulk.Write(ct);
    }

    private static DateTimeOffset Since(DemoCompany demo) => Clock.Cut(demo.Today.AddMinutes(-demo.Random.Next(370 * 1440, 1100 * 1440)));

    private static IEnumerable<CustomField> Fields(DateTimeOffset at) =>
    [
        new("contract", "Contract", CustomFieldType.Choice, ["Basic", "Plus", "Premium"], at),
        new("customer-since", "Customer since", CustomFieldType.Date, [], at),
        new("newsletter", "Newsletter", CustomFieldType.Boolean, [], at),
    ];

    private static List<object> BuyThings(DemoCompany demo, List<Customer> customers)
    {
        var rows = new List<object>();
        for (var i = 0; i < Orders; i++)
        {
            // A square prefers the front of the list, where companies stand: few buy much, most buy little.
            var share = demo.Random.NextDouble();
            var customer = customers[(int)(share * share * customers.Count)];
            var at = Clock.Cut(demo.Today.AddMinutes(-demo.Random.Next(60, 365 * 1440)));
            var order = Order.Place(customer, $"O-{500_000 + i}", at, Status(demo, at), Buy(demo, customer, out var summary), summary);
            rows.Add(order);
            rows.Add(new TimelineEntry(customer.Id, News(TimelineKind.OrderPlaced, order.Number, at) with { Text = summary, SubjectType = OrderId.TypeName, SubjectId = order.Id.Value }));
        }

        return rows;
    }

    private static Money Buy(DemoCompany demo, Customer customer, out string summary)
    {
        var currency = DemoWords.Countries.First(c => c.Name == customer.Country).Currency;
        var most = customer.Kind == CustomerKind.Company ? 8 : 2;
        var lines = Enumerable.Range(0, demo.Random.Next(1, 4)).Select(_ => (Count: demo.Random.Next(1, most + 1), Product: demo.Pick(DemoWords.Products))).DistinctBy(l => l.Product.Name).ToList();
        summary = string.Join(", ", lines.Select(l => l.Count == 1 ? l.Product.Name : $"{l.Count} × {l.Product.Name}"));
        return new Money((long)(lines.Sum(l => l.Count * l.Product.Cents) * EuroIn[currency]), currency);
    }

    private static OrderStatus Status(DemoCompany demo, DateTimeOffset at) => (demo.Today - at).TotalDays switch
    {
        < 2 => OrderStatus.Placed,
        < 6 => OrderStatus.Shipped,
        _ => demo.Random.Next(20) switch { 0 => OrderStatus.Returned, 1 => OrderStatus.Cancelled, _ => OrderStatus.Delivered },
    };

    private static TimelineNews News(TimelineKind kind, string title, DateTimeOffset at) => new(kind, title, null, at, null, null, null, IsContact: false);
}
