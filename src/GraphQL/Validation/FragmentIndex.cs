namespace ServiceCrm.GraphQL.Validation;

/// <summary>The fragments of a document and who spreads them, computed once for all rules and with a budget for the work.</summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<FragmentDefinitionNode>> _reachable = new(StringComparer.Ordinal);
    private int _remainingWork = 50_000;

    public FragmentIndex(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                _byName[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>The fragment of that name (the last one when there are several), or null.</summary>
    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The spreads of a selection set at any depth, in the order that error messages rely on.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsOf(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
            return known;

        var spreads = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>();
        open.Push(selectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    spreads.Add(spread);
                else if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } nested)
                    open.Push(nested);
            }
        }

        _spreads.Add(selectionSet, spreads);
        return spreads;
    }

    /// <summary>All fragments that the operations use, directly or through other fragments, nearest first.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(params ReadOnlySpan<OperationDefinitionNode> operations)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
            AddNames(operation.SelectionSet, names, seen);

        // Operations that spread the same fragments share the answer.
        var key = string.Join(' ', names.Order(StringComparer.Ordinal));
        ref var fragments = ref CollectionsMarshal.GetValueRefOrAddDefault(_reachable, key, out _);
        return fragments ??= Follow(names, seen);
    }

    /// <summary>Documents whose fragments multiply are given up, as graphql-js does.</summary>
    /// <exception cref="ValidationAbortedException">The budget is spent.</exception>
    public void Spend(int work)
    {
        _remainingWork -= work;
        if (_remainingWork < 0)
            throw new ValidationAbortedException(ValidationAbortedException.TooExpensive);
    }

    private List<FragmentDefinitionNode> Follow(List<string> names, HashSet<string> seen)
    {
        Spend(names.Count);
        var fragments = new List<FragmentDefinitionNode>();
        for (var i = 0; i < names.Count; i++)
        {
            if (Find(names[i]) is { } fragment)
            {
                fragments.Add(fragment);
                Spend(SpreadsOf(fragment.SelectionSet).Count);
                AddNames(fragment.SelectionSet, names, seen);
            }
        }

        return fragments;
    }

    private void AddNames(SelectionSetNode selectionSet, List<string> names, HashSet<string> seen)
    {
        foreach (var spread in SpreadsOf(selectionSet))
        {
            if (seen.Add(spread.Name.Value))
                names.Add(spread.Name.Value);
        }
    }
}
