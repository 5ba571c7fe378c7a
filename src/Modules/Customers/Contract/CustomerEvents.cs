using ServiceCrm.Platform.Events;

namespace ServiceCrm.Customers.Contract;

/// <summary>A customer was created, by a person, the portal or an import.</summary>
public sealed record CustomerCreated(CustomerId CustomerId, string Name) : IEvent;

/// <summary>Master data of a customer was changed.</summary>
public sealed record CustomerChanged(CustomerId CustomerId, string Name) : IEvent;

/// <summary>A customer was deleted; nothing of it is left but its key in other modules.</summary>
public sealed record CustomerDeleted(CustomerId CustomerId) : IEvent;
