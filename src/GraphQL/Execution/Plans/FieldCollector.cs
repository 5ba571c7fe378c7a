using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>One place of a field in the document, with the conditions of the fragments and fields around it, and the deferred fragment.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldPlace(FieldNode Node, ConditionTerm[] Terms, DeferUsage? Defer);

/// <summary>One selection set of an object, with the same.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SelectionPlace(SelectionSetNode Set, ConditionTerm[] Terms, DeferUsage? Defer = null);

/// <summary>All places of one response name.</summary>
internal sealed record CollectedField(string ResponseName, List<FieldPlace> Places);

/// <summary>
/// Spec section 6.3.2, CollectFields, done when the plan is compiled: what depends on variables becomes a condition. A plan for incremental
/// delivery is compiled for certain <paramref name="variables"/> instead, because they decide which field comes when.
/// </summary>
internal sealed class FieldCollector(Schema schema, DocumentNode document, IReadOnlyDictionary<string, int> slots, object?[]? variables)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
        .DistinctBy(fragment => fragment.Name.Value, StringComparer.Ordinal)
        .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    /// <summary>Whether a selection met so far asks for incremental delivery.</summary>
    public bool HasIncremental { get; private set; }

    /// <summary>The fields of selection sets on one object type, response names in order, and the deferred fragments that begin there.</summary>
    public (List<CollectedField> Fields, List<DeferUsage> Begins) Collect(ObjectType type, IEnumerable<SelectionPlace> sets)
    {
        var fields = new List<CollectedField>();
        var byName = new Dictionary<string, CollectedField>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var begins = new List<DeferUsage>();
        foreach (var set in sets)
            Collect(set);
        return (fields, begins);

        void Collect(SelectionPlace place)
        {
            foreach (var selection in place.Set.Selections)
            {
                if (Restrict(selection, place.Terms) is not { } inner)
                    continue;
                switch (selection)
                {
                    case FieldNode field:
                        Add(new FieldPlace(field, inner, place.Defer));
                        break;
                    case InlineFragmentNode fragment when Applies(type, fragment.TypeCondition):
                        Collect(new SelectionPlace(fragment.SelectionSet, inner, Begin(fragment, place.Defer)));
                        break;
                    case FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(type, fragment.TypeCondition):
                        // A spread seen before under no stricter conditions and no other @defer adds nothing.
                        if (!seen.Contains(spread.Name.Value) && seen.Add(spread.Name.Value + Key(inner, DeferOf(spread) ?? place.Defer?.Directive)))
                            Collect(new SelectionPlace(fragment.SelectionSet, inner, Begin(spread, place.Defer)));
                        break;
                }
            }
        }

        void Add(FieldPlace place)
        {
            if (!byName.TryGetValue(place.Node.ResponseName, out var field))
                fields.Add(byName[place.Node.ResponseName] = field = new CollectedField(place.Node.ResponseName, []));
            field.Places.Add(place);
        }

        DeferUsage? Begin(SelectionNode fragment, DeferUsage? around)
        {
            if (DeferOf(fragment) is not { } defer)
                return around;
            var usage = new DeferUsage(defer, LabelOf(defer), around);
            begins.Add(usage);
            return usage;
        }
    }

    /// <summary>The active <c>@stream</c> of a field.</summary>
    public StreamUsage? StreamOf(FieldNode field)
    {
        if (field.FindDirective(BuiltInDirectives.Stream.Name) is not { } stream || !IsActive(stream))
            return null;
        return stream.FindArgument("initialCount") switch
        {
            VariableNode variable => new StreamUsage(LabelOf(stream), 0, slots[variable.Name.Value]),
            IntValueNode count => new StreamUsage(LabelOf(stream), int.Parse(count.Value, CultureInfo.InvariantCulture), -1),
            _ => new StreamUsage(LabelOf(stream), 0, -1),
        };
    }

    /// <summary>Whether a <c>@defer</c> or <c>@stream</c> is on; never in a plan for whole answers.</summary>
    private bool IsActive(DirectiveNode directive)
    {
        HasIncremental = true;
        return variables is not null && directive.FindArgument("if") switch
        {
            BooleanValueNode constant => constant.Value,
            VariableNode variable => variables[slots[variable.Name.Value]] is not false,
            _ => true,
        };
    }

    private DirectiveNode? DeferOf(SelectionNode fragment) =>
        fragment.FindDirective(BuiltInDirectives.Defer.Name) is { } defer && IsActive(defer) ? defer : null;

    private static string? LabelOf(DirectiveNode directive) => (directive.FindArgument("label") as StringValueNode)?.Value;

    /// <summary>The conditions with those of the selection's own directives; null when it is never included.</summary>
    private ConditionTerm[]? Restrict(SelectionNode selection, ConditionTerm[] terms)
    {
        foreach (var directive in selection.Directives)
        {
            var expected = directive.Name.Value switch { "include" => true, "skip" => false, _ => (bool?)null };
            if (expected is null)
                continue;
            switch (directive.Arguments.FirstOrDefault(argument => argument.Name.Value is "if")?.Value)
            {
                case BooleanValueNode constant when constant.Value != expected:
                    return null;
                case VariableNode variable when variables is not null:
                    if (variables[slots[variable.Name.Value]] is not bool value || value != expected)
                        return null;
                    break;
                case VariableNode variable when slots.TryGetValue(variable.Name.Value, out var slot):
                    var term = new ConditionTerm(slot, expected.Value);
                    if (!terms.Contains(term))
                        terms = [.. terms, term];
                    break;
            }
        }

        return terms;
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (schema.FindType(condition.Name.Value) is CompositeType composite && composite.IsPossible(type));

    private static string Key(ConditionTerm[] terms, DirectiveNode? defer) =>
        string.Concat([.. terms.Select(term => $" {term.Slot}{(term.Expected ? '+' : '-')}"), defer is null ? "" : $" @{defer.Location.Start}"]);
}
