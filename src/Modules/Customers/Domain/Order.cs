using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct OrderId(Guid Value) : IEntityId<OrderId>
{
    public static string TypeName => "Order";

    public static OrderId From(Guid value) => new(value);
}

/// <summary>Something a customer has bought: as much of it as a conversation about it needs.</summary>
internal sealed class Order : Aggregate
{
    private Order()
    {
    }

    public OrderId Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public string Number { get; private set; } = "";

    public DateTimeOffset PlacedAt { get; private set; }

    public OrderStatus Status { get; private set; }

    public long TotalMinor { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public Money Total => new(TotalMinor, Currency);

    /// <summary>Whether the order is revenue: cancelled and returned ones are not.</summary>
    public bool Counts => Status is not (OrderStatus.Cancelled or OrderStatus.Returned);

    /// <summary>An order of the customer, whose count and revenue grow with it.</summary>
    public static Order Place(Customer customer, string number, DateTimeOffset at, OrderStatus status, Money total, string summary)
    {
        var order = new Order
        {
            Id = EntityId.New<OrderId>(at),
            CustomerId = customer.Id,
            Number = number,
            PlacedAt = at,
            Status = status,
            TotalMinor = total.AmountMinor,
            Currency = total.Currency,
            Summary = summary,
        };
        customer.Count(order);
        return order;
    }
}
