namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Fragments do not contain themselves (spec section 5.5.2.2).</summary>
public sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context, [NodeKind.FragmentDefinition])
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _pathIndexes = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node) => Follow((FragmentDefinitionNode)node);

    private void Follow(FragmentDefinitionNode fragment)
    {
        ValidationContext.EnsureStack();
        if (!_visited.Add(fragment.Name.Value))
            return;

        _pathIndexes[fragment.Name.Value] = _path.Count;
        foreach (var spread in Context.Fragments.SpreadsOf(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_pathIndexes.TryGetValue(spread.Name.Value, out var start))
                ReportCycle(spread, _path[start..]);
            else if (Context.Fragments.Find(spread.Name.Value) is { } next)
                Follow(next);

            _path.RemoveAt(_path.Count - 1);
        }

        _pathIndexes.Remove(fragment.Name.Value);
    }

    private void ReportCycle(FragmentSpreadNode spread, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name}\""));
        Context.Report(
            $"Cannot spread fragment \"{spread.Name}\" within itself{(via.Length > 0 ? " via " + via : string.Empty)}.",
            [.. cycle.Select(step => step.Location)]);
    }
}
