namespace ServiceCrm.Customers;

internal enum CustomerKind
{
    Person,
    Company,
}

internal enum ContactMethod
{
    Email,
    Phone,
    Sms,
    Whatsapp,
    Post,
}

internal enum EmailType
{
    Work,
    Home,
    Other,
}

internal enum PhoneType
{
    Mobile,
    Work,
    Home,
    Other,
}

/// <summary>The two ways of reaching somebody that have an address of their own.</summary>
internal enum ContactPointKind
{
    Email,
    Phone,
}

internal enum OrderStatus
{
    Placed,
    Shipped,
    Delivered,
    Cancelled,
    Returned,
}

internal enum CustomFieldType
{
    Text,
    Number,
    Date,
    Boolean,
    Choice,
}

internal enum CustomerSort
{
    Name,
    CreatedAt,
    UpdatedAt,
    LastContactAt,
}
