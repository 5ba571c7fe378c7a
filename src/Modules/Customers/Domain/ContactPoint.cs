namespace ServiceCrm.Customers;

/// <summary>
/// One e-mail address or telephone number of a customer: a row of its own, so that who writes or calls is found by the
/// comparable key. Both kinds share a table, which is one statement less on every page that shows them.
/// </summary>
internal sealed class ContactPoint
{
    private ContactPoint()
    {
    }

    public ContactPoint(Contract.CustomerId customer, ContactPointKind kind, string key)
    {
        CustomerId = customer;
        Kind = kind;
        Key = key;
    }

    public Contract.CustomerId CustomerId { get; private set; }

    public ContactPointKind Kind { get; private set; }

    /// <summary>The form that is compared: lower-case address or bare digits.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As it was given.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Work, Home ...; which words are allowed depends on the kind.</summary>
    public string Label { get; private set; } = "";

    public bool IsPrimary { get; private set; }

    /// <summary>The place in the customer's list.</summary>
    public int Position { get; private set; }

    public override string ToString() => IsPrimary ? $"{Value} ({Label}, primary)" : $"{Value} ({Label})";

    internal void Show(string value, string label, bool primary, int position)
    {
        Value = value;
        Label = label;
        IsPrimary = primary;
        Position = position;
    }
}

internal sealed record CustomerEmail(string Address, EmailType Type, bool Primary);

internal sealed record CustomerPhone(string Number, PhoneType Type, bool Primary);

/// <summary>A postal address as it was given; nothing in it is interpreted.</summary>
internal sealed record Address(string? Line1, string? Line2, string? PostalCode, string? City, string? Region, string? Country)
{
    public bool IsEmpty => Line1 is null && Line2 is null && PostalCode is null && City is null && Region is null && Country is null;
}
