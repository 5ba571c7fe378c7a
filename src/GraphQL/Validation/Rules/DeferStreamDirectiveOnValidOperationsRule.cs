namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>
/// Subscriptions use <c>@defer</c> and <c>@stream</c> only where they can be switched off (incremental delivery proposal, after spec
/// section 5.7).
/// </summary>
public sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    /// <summary>Fragments that an earlier subscription has shown to be free of the directives.</summary>
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation != OperationType.Subscription)
            return;

        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (Check(operation.SelectionSet, [], visited))
            _clean.UnionWith(visited);
    }

    private bool Check(SelectionSetNode selectionSet, Stack<FragmentSpreadNode> path, HashSet<string> visited)
    {
        ValidationContext.EnsureStack();
        var isClean = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (CanBeSkipped(selection))
                continue;

            isClean &= CheckDirectives(selection, path);
            if (selection is FragmentSpreadNode spread)
                isClean &= CheckSpread(spread, path, visited);
            else if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } nested)
                isClean &= Check(nested, path, visited);
        }

        return isClean;
    }

    private bool CheckSpread(FragmentSpreadNode spread, Stack<FragmentSpreadNode> path, HashSet<string> visited)
    {
        var name = spread.Name.Value;
        if (_clean.Contains(name) || !visited.Add(name) || Context.Fragments.Find(name) is not { } fragment)
            return true;

        path.Push(spread);
        var isClean = Check(fragment.SelectionSet, path, visited);
        path.Pop();
        return isClean;
    }

    private bool CheckDirectives(SelectionNode selection, Stack<FragmentSpreadNode> path)
    {
        var isClean = true;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is "defer" or "stream" && !CanBeFalse(directive))
            {
                isClean = false;
                var name = directive.Name.Value;
                Context.Report(
                    $"{(name is "defer" ? "Defer" : "Stream")} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                    [directive.Location, .. path.Select(step => step.Location)]);
            }
        }

        return isClean;
    }

    private static bool CanBeSkipped(SelectionNode selection) =>
        (selection.FindDirective("skip") is { } skip && skip.FindArgument("if") is not BooleanValueNode { Value: false })
        || (selection.FindDirective("include")?.FindArgument("if") is { } include && include is not BooleanValueNode { Value: true });

    private static bool CanBeFalse(DirectiveNode directive) => directive.FindArgument("if") is VariableNode or BooleanValueNode { Value: false };
}
