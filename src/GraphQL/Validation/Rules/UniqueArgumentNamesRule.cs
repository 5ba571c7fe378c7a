namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>No argument is given twice (spec section 5.4.2).</summary>
public sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.Field, NodeKind.Directive])
{
    internal override void Enter(AstNode node) => Context.ReportDuplicates(
        (node as FieldNode)?.Arguments ?? ((DirectiveNode)node).Arguments,
        argument => argument.Name,
        name => $"There can be only one argument named \"{name}\".");
}
