namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Adds up what a plan costs with the variables of a request: a list costs what its items cost, as often as it may be long; of the types of
/// an abstract position the dearest counts. Selections shared in the plan are measured once.
/// </summary>
internal sealed class CostMeasure(object?[] variables, bool[] included, double assumedListSize)
{
    private readonly Dictionary<SelectionSet, OperationCost> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The cost of a plan; computed once when no variable plays a part.</summary>
    public static OperationCost Of(Plan plan, object?[] variables, double assumedListSize)
    {
        if (plan.ConstantCost is { } known)
            return known;
        var included = plan.Conditions.Count == 0 ? [] : plan.Conditions.Evaluate(variables);
        var cost = new CostMeasure(variables, included, assumedListSize).Of(plan.Root, null, 0);
        if (!plan.HasVariableCost)
            plan.ConstantCost = cost;
        return cost;
    }

    private OperationCost Of(SelectionSet set, CostRule? above, double size)
    {
        if (above is null && _known.TryGetValue(set, out var known))
            return known;
        var most = default(OperationCost);
        foreach (var selection in set.All)
            most = OperationCost.Max(most, Of(selection, above, size));
        if (above is null)
            _known[set] = most;
        return most;
    }

    private OperationCost Of(Selection selection, CostRule? above, double size)
    {
        var sum = default(OperationCost);
        foreach (var field in selection.Fields)
        {
            if (!field.Info.Cost.IsFree && (field.Condition < 0 || included[field.Condition]))
                sum += Of(field.Info, above, size);
        }

        foreach (var group in selection.Deferral?.Groups ?? [])
            sum += Of(group.Fields.All[0], above, size);
        return sum;
    }

    private OperationCost Of(PlanFieldInfo field, CostRule? above, double sizeAbove)
    {
        var cost = field.Cost;
        var own = cost.IsSized ? cost.Size(variables) : 0;
        var isSizedAbove = above is not null && above.SizedFields.Contains(field.Name);
        var items = !cost.IsList ? 1 : isSizedAbove ? sizeAbove : cost.IsSized ? own : assumedListSize;
        var below = field.Selections is null ? default : Of(field.Selections, cost.SizedFields.IsEmpty ? null : cost, own);
        return new OperationCost(cost.Weight, cost.ObjectWeight * items) + (below * items);
    }
}
