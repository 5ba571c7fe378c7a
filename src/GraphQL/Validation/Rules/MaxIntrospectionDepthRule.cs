namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>
/// Introspection cannot go round in circles: at most two lists of members below <c>__schema</c> or <c>__type</c>. Not of the
/// specification, but of graphql-js's recommended rules, because such queries grow exponentially.
/// </summary>
public sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context, [NodeKind.Field])
{
    private const int MaxLists = 3;

    private readonly Dictionary<string, int> _tooDeepFrom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fineUpTo = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        if (((FieldNode)node).Name.Value is "__schema" or "__type" && IsTooDeep((SelectionNode)node, new(StringComparer.Ordinal), 0))
        {
            Context.Report("Maximum introspection depth exceeded", node.Location);
            SkipChildren();
        }
    }

    private bool IsTooDeep(SelectionNode selection, Dictionary<string, int> visited, int depth)
    {
        ValidationContext.EnsureStack();
        switch (selection)
        {
            case FragmentSpreadNode spread:
                return IsTooDeep(spread, visited, depth);
            case InlineFragmentNode fragment:
                return IsTooDeep(fragment.SelectionSet.Selections, visited, depth);
        }

        var field = (FieldNode)selection;
        if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++depth >= MaxLists)
            return true;

        return field.SelectionSet is not null && IsTooDeep(field.SelectionSet.Selections, visited, depth);
    }

    private bool IsTooDeep(FragmentSpreadNode spread, Dictionary<string, int> visited, int depth)
    {
        var name = spread.Name.Value;
        if (_tooDeepFrom.TryGetValue(name, out var limit) && limit <= depth)
            return true;

        if (IsKnown(visited, name, depth) || IsKnown(_fineUpTo, name, depth) || Context.Fragments.Find(name) is not { } fragment)
            return false;

        visited[name] = depth;
        var isTooDeep = IsTooDeep(fragment.SelectionSet.Selections, visited, depth);
        (isTooDeep ? _tooDeepFrom : _fineUpTo)[name] = depth;
        return isTooDeep;
    }

    private bool IsTooDeep(ImmutableArray<SelectionNode> selections, Dictionary<string, int> visited, int depth)
    {
        foreach (var selection in selections)
        {
            if (IsTooDeep(selection, visited, depth))
                return true;
        }

        return false;
    }

    private static bool IsKnown(Dictionary<string, int> depths, string name, int depth) => depths.TryGetValue(name, out var known) && known >= depth;
}
