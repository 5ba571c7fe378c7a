namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Arguments exist on their field or directive (spec section 5.4.1).</summary>
public sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.Directive, NodeKind.Argument])
{
    internal override void Enter(AstNode node)
    {
        if (node is DirectiveNode directive)
        {
            CheckDirective(directive);
            SkipChildren();
        }
        else if (Context.TypeInfo is { Argument: null, Field: { } field })
        {
            var name = ((ArgumentNode)node).Name.Value;
            Context.Report($"Unknown argument \"{name}\" on field \"{field.Coordinate}\".{Context.Suggest(name, field.Arguments.Names)}", node.Location);
        }
    }

    private void CheckDirective(DirectiveNode directive)
    {
        if (Context.FindDirective(directive.Name.Value) is not { } definition)
            return;

        foreach (var argument in directive.Arguments)
        {
            if (definition.Arguments.Find(argument.Name.Value) is null)
            {
                Context.Report(
                    $"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{Context.Suggest(argument.Name.Value, definition.Arguments.Names)}",
                    argument.Location);
            }
        }
    }
}
