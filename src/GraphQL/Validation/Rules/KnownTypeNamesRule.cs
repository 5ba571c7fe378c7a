using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists (spec section 5.5.1.2).</summary>
public sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.NamedType])
{
    private HashSet<string>? _defined;

    private HashSet<string> Defined => _defined ??=
        [.. Context.Document.Definitions.OfType<TypeDefinitionNode>().Where(definition => !definition.IsExtension).Select(definition => definition.Name.Value)];

    internal override void Enter(AstNode node)
    {
        var name = ((NamedTypeNode)node).Name.Value;
        if (Context.Schema.FindType(name) is not null || Defined.Contains(name))
            return;

        var isTypeSystem = Context.TypeInfo.Ancestors is [_, TypeSystemDefinitionNode, ..];
        if (isTypeSystem && StandardNames.Contains(name, StringComparer.Ordinal))
            return;

        var names = Context.Schema.Types.Select(type => type.Name).Concat(Defined);
        Context.Report($"Unknown type \"{name}\".{Context.Suggest(name, isTypeSystem ? StandardNames.Concat(names) : names)}", node.Location);
    }

    private static IEnumerable<string> StandardNames => BuiltInScalars.All.Concat<NamedType>(Introspection.Types).Select(type => type.Name);
}
