namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>The schema has an entry for the kind of operation (spec section 5.2.1.1).</summary>
public sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (Context.Schema.RootType(operation.Operation) is null)
            Context.Report($"The {Printer.Keyword(operation.Operation)} operation is not supported by the schema.", operation.Location);
    }
}
