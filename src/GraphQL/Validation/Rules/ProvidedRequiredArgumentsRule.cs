using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Required arguments are given (spec section 5.4.3).</summary>
public sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context, [], [NodeKind.Field, NodeKind.Directive])
{
    internal override void Leave(AstNode node)
    {
        if (node is FieldNode field)
        {
            if (Context.TypeInfo.Field is { } definition)
                Check(definition.Arguments, field.Arguments, node);
        }
        else
        {
            var directive = (DirectiveNode)node;
            if (Context.FindDirective(directive.Name.Value) is { } definition)
                Check(definition.Arguments, directive.Arguments, node);
        }
    }

    private void Check(MemberList<Argument> definitions, ImmutableArray<ArgumentNode> given, AstNode node)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && !given.Any(argument => string.Equals(argument.Name.Value, definition.Name, StringComparison.Ordinal)))
                Context.Report($"Argument \"{definition.Coordinate}\" of type \"{definition.Type}\" is required, but it was not provided.", node.Location);
        }
    }
}
