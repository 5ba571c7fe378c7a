using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Variables fit where they are used (spec section 5.8.5).</summary>
public sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context, [], [NodeKind.OperationDefinition])
{
    internal override void Leave(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
            definitions[definition.Variable.Name.Value] = definition;

        foreach (var usage in Context.Variables.Of(operation))
        {
            if (definitions.TryGetValue(usage.Node.Name.Value, out var definition)
                && usage.Type is { } expected
                && Context.Schema.FindType(definition.Type) is { } type)
            {
                Check(usage, definition, type, expected);
            }
        }
    }

    private void Check(VariableUsage usage, VariableDefinitionNode definition, GraphQLType type, GraphQLType expected)
    {
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.DefaultValue))
        {
            Context.Report(
                $"Variable \"${usage.Node.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition.Location,
                usage.Node.Location);
        }

        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            Context.Report(
                $"Variable \"${usage.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition.Location,
                usage.Node.Location);
        }
    }

    /// <summary>A nullable variable may stand at a non-null place if a default of either side takes the place of a missing value.</summary>
    private static bool IsAllowed(GraphQLType type, ValueNode? defaultValue, GraphQLType expected, ValueNode? expectedDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull)
            return TypeComparison.IsSubtype(type, expected);

        var hasDefault = defaultValue is not (null or NullValueNode) || expectedDefault is not null;
        return hasDefault && TypeComparison.IsSubtype(type, expected.Nullable);
    }
}
