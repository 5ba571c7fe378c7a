namespace ServiceCrm.GraphQL;

/// <summary>What an operation costs at most, computed before it runs (IBM's GraphQL cost specification).</summary>
/// <param name="FieldCost">The weights of all fields and arguments, each as often as its list may hold.</param>
/// <param name="TypeCost">The weights of the objects that may be returned.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>Both together; what limits and budgets are about.</summary>
    public double Total => FieldCost + TypeCost;

    /// <summary>Both, one after the other.</summary>
    public static OperationCost operator +(OperationCost left, OperationCost right) => new(left.FieldCost + right.FieldCost, left.TypeCost + right.TypeCost);

    /// <summary>So many times.</summary>
    public static OperationCost operator *(OperationCost cost, double times) => new(cost.FieldCost * times, cost.TypeCost * times);

    /// <inheritdoc cref="op_Addition"/>
    public static OperationCost Add(OperationCost left, OperationCost right) => left + right;

    /// <inheritdoc cref="op_Multiply"/>
    public static OperationCost Multiply(OperationCost left, double right) => left * right;

    /// <summary>The larger of each.</summary>
    public static OperationCost Max(OperationCost left, OperationCost right) => new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost));
}

/// <summary>What a caller may spend.</summary>
/// <param name="Maximum">Largest cost of one operation.</param>
/// <param name="Remaining">What is left of the caller's budget after this operation; null when there is none.</param>
/// <param name="RetryAfter">Set when the budget does not reach for the operation: how long until it does.</param>
public sealed record CostAllowance(double Maximum, double? Remaining = null, TimeSpan? RetryAfter = null);
