using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct CustomerNoteId(Guid Value) : IEntityId<CustomerNoteId>
{
    public static string TypeName => "CustomerNote";

    public static CustomerNoteId From(Guid value) => new(value);
}

/// <summary>What a member of staff wants colleagues to know of a customer; the customer is found by its words too.</summary>
internal sealed class CustomerNote : Aggregate, ISearchable
{
    private CustomerNote()
    {
    }

    public CustomerNote(CustomerId customer, string body, UserId? author, DateTimeOffset at)
    {
        Id = EntityId.New<CustomerNoteId>(at);
        CustomerId = customer;
        Body = body;
        AuthorId = author;
        CreatedAt = at;
    }

    public CustomerNoteId Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    [NotAudited]
    public string Body { get; private set; } = "";

    public UserId? AuthorId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    string ISearchable.SearchKind => Customer.SearchedAs;

    Guid ISearchable.SearchOwner => CustomerId.Value;

    Guid ISearchable.SearchId => Id.Value;

    string ISearchable.SearchText => Body;
}
