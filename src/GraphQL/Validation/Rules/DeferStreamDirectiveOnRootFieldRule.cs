using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>
/// The root of a mutation or subscription is neither deferred nor streamed (incremental delivery proposal, after spec section 5.7).
/// </summary>
public sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    /// <summary>Fragments that an earlier operation has shown to be free of the directives.</summary>
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.Operation == OperationType.Query || Context.Schema.RootType(operation.Operation) is not { } type)
            return;

        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (Check(operation.SelectionSet, $"root {Printer.Keyword(operation.Operation)} type \"{type}\"", visited))
            _clean.UnionWith(visited);
    }

    private bool Check(SelectionSetNode selectionSet, string root, HashSet<string> visited)
    {
        ValidationContext.EnsureStack();
        var isClean = true;
        foreach (var selection in selectionSet.Selections)
        {
            isClean &= selection switch
            {
                FieldNode field => Check(field.FindDirective(BuiltInDirectives.Stream.Name), "Stream", root),
                InlineFragmentNode fragment => CheckDefer(fragment, root) & Check(fragment.SelectionSet, root, visited),
                _ => CheckSpread((FragmentSpreadNode)selection, root, visited),
            };
        }

        return isClean;
    }

    private bool CheckSpread(FragmentSpreadNode spread, string root, HashSet<string> visited)
    {
        if (!visited.Add(spread.Name.Value) || Context.Fragments.Find(spread.Name.Value) is not { } fragment)
            return true;

        return CheckDefer(spread, root) & (_clean.Contains(spread.Name.Value) || Check(fragment.SelectionSet, root, visited));
    }

    private bool CheckDefer(SelectionNode selection, string root) => Check(selection.FindDirective(BuiltInDirectives.Defer.Name), "Defer", root);

    private bool Check(DirectiveNode? directive, string name, string root)
    {
        if (directive is not null)
            Context.Report($"{name} directive cannot be used on {root}.", directive.Location);

        return directive is null;
    }
}
