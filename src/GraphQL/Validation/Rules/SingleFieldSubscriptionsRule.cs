using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>
/// A subscription selects exactly one field at its root, without <c>@skip</c> and <c>@include</c>, and none of introspection
/// (spec section 5.2.4.1).
/// </summary>
public sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } type)
            return;

        var name = operation.Name is { } given ? $"Subscription \"{given}\"" : "Anonymous Subscription";
        var root = new RootSelection(Context, type);
        root.Add(operation.SelectionSet, deferredBy: null);
        if (root.Conditions.Count > 0)
        {
            Context.Report(
                $"{name} must not use `@skip` or `@include` directives in the top level selection.",
                [.. root.Conditions.Select(directive => directive.Location)]);
            return;
        }

        if (root.Groups.Count == 0)
            Context.Report($"{name} must select one top level field.", operation.SelectionSet.Location);
        else if (root.Groups.Count > 1)
            Context.Report($"{name} must select only one top level field.", [.. root.Groups.Skip(1).SelectMany(group => group).Select(field => field.Location)]);

        foreach (var group in root.Groups.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Context.Report($"{name} must not select an introspection top level field.", [.. group.Select(field => field.Location)]);
    }

    /// <summary>The fields that execution would collect at the root (spec section 6.3.2), grouped by response name.</summary>
    private sealed class RootSelection(ValidationContext context, ObjectType type)
    {
        private readonly Dictionary<string, List<FieldNode>> _byName = new(StringComparer.Ordinal);
        private readonly HashSet<(string Fragment, DirectiveNode? DeferredBy)> _visited = [];

        public List<List<FieldNode>> Groups { get; } = [];

        public List<DirectiveNode> Conditions { get; } = [];

        public void Add(SelectionSetNode selectionSet, DirectiveNode? deferredBy)
        {
            ValidationContext.EnsureStack();
            SpendOn(selectionSet);
            foreach (var selection in selectionSet.Selections)
            {
                if ((selection.FindDirective("skip") ?? selection.FindDirective("include")) is { } condition)
                {
                    Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                        Add(fragment.SelectionSet, Defer(fragment) ?? deferredBy);
                        break;
                    case FragmentSpreadNode spread:
                        Add(spread, Defer(spread) ?? deferredBy);
                        break;
                }
            }
        }

        private void Add(FieldNode field)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var group))
            {
                _byName.Add(field.ResponseName, group = []);
                Groups.Add(group);
            }

            group.Add(field);
        }

        private void Add(FragmentSpreadNode spread, DirectiveNode? deferredBy)
        {
            if (context.Fragments.Find(spread.Name.Value) is { } fragment
                && Applies(fragment.TypeCondition)
                && !_visited.Contains((spread.Name.Value, null))
                && _visited.Add((spread.Name.Value, deferredBy)))
            {
                Add(fragment.SelectionSet, deferredBy);
            }
        }

        private bool Applies(NamedTypeNode? condition) =>
            condition is null || (context.Schema.FindType(condition) is CompositeType composite && composite.IsPossible(type));

        private static DirectiveNode? Defer(SelectionNode selection) =>
            selection.FindDirective("defer") is { } defer && defer.FindArgument("if") is not BooleanValueNode { Value: false } ? defer : null;

        private void SpendOn(SelectionSetNode selectionSet)
        {
            context.Fragments.Spend(selectionSet.Selections.Length);
            foreach (var selection in selectionSet.Selections)
                context.Fragments.Spend(selection.Directives.Length + (selection.FindDirective("defer")?.Arguments.Length ?? 0));
        }
    }
}
