using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers.Contract;

/// <summary>The key of a customer (a person or a company).</summary>
public readonly record struct CustomerId(Guid Value) : IEntityId<CustomerId>
{
    public static string TypeName => "Customer";

    public static CustomerId From(Guid value) => new(value);

    /// <summary>A new key that sorts by the given time.</summary>
    public static CustomerId New(DateTimeOffset at) => EntityId.New<CustomerId>(at);
}

/// <summary>What other modules may know of customers and add to them.</summary>
public interface ICustomers
{
    /// <summary>The customers with these ids that the caller may see; unknown and invisible ones are absent from the answer.</summary>
    Task<IReadOnlyDictionary<CustomerId, CustomerSummary>> ByIds(IReadOnlyCollection<CustomerId> ids, CancellationToken ct);

    /// <summary>
    /// The customer with this e-mail address, else with this telephone number, else a new one that is added to the
    /// context: the caller saves, in the transaction that this needs. Works for every caller on purpose, the portal included, so it tells no more than it was told.
    /// </summary>
    /// <exception cref="Platform.Errors.InvalidInput">when neither name, e-mail nor telephone is given, or one of them is wrong</exception>
    Task<CustomerSummary> FindOrCreate(NewCustomer who, CancellationToken ct);

    /// <summary>
    /// Those of the given e-mail addresses and telephone numbers that belonged to customers who were erased at their own wish:
    /// nobody may write to them unasked. Case and spelling do not matter; what is neither address nor number is never among them.
    /// </summary>
    Task<IReadOnlySet<string>> IsSuppressed(IReadOnlyCollection<string> contacts, CancellationToken ct);

    /// <summary>
    /// Adds a line to the customer's timeline in the caller's next save; when it is a contact, the customer's time of last
    /// contact moves on in the same save.
    /// </summary>
    void AddToTimeline(CustomerId customer, TimelineNews news);
}

/// <summary>A customer as lists of other modules show it.</summary>
public sealed record CustomerSummary(CustomerId Id, string Name, string? Email, string? Language);

/// <summary>What somebody said of himself who may or may not be a customer already.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Email">The e-mail address; the first thing that is looked for.</param>
/// <param name="Phone">The telephone number; the second.</param>
/// <param name="Language">A language tag; ignored when it is none.</param>
public sealed record NewCustomer(string? Name, string? Email, string? Phone, string? Language);

/// <summary>Something that happened to a customer.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Title">One line of at most 200 characters; longer ones are cut.</param>
/// <param name="Text">A short text of at most 1,000 characters; longer ones are cut.</param>
/// <param name="At">When it happened.</param>
/// <param name="Actor">The member of staff who did it; null for the customer and the system.</param>
/// <param name="SubjectType">The type name of the thing it is about, for example <c>Ticket</c>.</param>
/// <param name="SubjectId">The key of that thing.</param>
/// <param name="IsContact">Whether customer and company spoke with each other.</param>
public sealed record TimelineNews(TimelineKind Kind, string Title, string? Text, DateTimeOffset At, UserId? Actor, string? SubjectType, Guid? SubjectId, bool IsContact);

/// <summary>What a line of a timeline tells.</summary>
public enum TimelineKind
{
    CustomerCreated,
    CustomerChanged,
    NoteAdded,
    OrderPlaced,
    TicketOpened,
    TicketMessage,
    TicketSolved,
    Imported,
}
