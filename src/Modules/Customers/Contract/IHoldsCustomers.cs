namespace ServiceCrm.Customers.Contract;

/// <summary>
/// Implemented by modules that attach things to customers. Asked before customers are taken back (undo of an import), so
/// that nobody's work loses its customer.
/// </summary>
public interface IHoldsCustomers
{
    /// <summary>Those of the given customers to which something is attached, whoever may see it.</summary>
    Task<IReadOnlySet<CustomerId>> Held(IReadOnlyCollection<CustomerId> customers, CancellationToken ct);
}
