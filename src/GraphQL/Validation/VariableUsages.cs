using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The type expected there, or null when it is unknown.</param>
/// <param name="ParentType">The list or input object around it.</param>
/// <param name="DefaultValue">The default of the argument or input field.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, GraphQLType? ParentType, ValueNode? DefaultValue);

/// <summary>Where operations and fragments use variables (spec section 5.8), found on the first question and kept.</summary>
internal sealed class VariableUsages(Schema schema, FragmentIndex fragments)
{
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _direct = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<VariableUsage>> _all = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IReadOnlyList<FragmentDefinitionNode>, IReadOnlyList<VariableUsage>> _ofFragments = [];

    /// <summary>The uses in the operation itself, then those in the fragments it reaches.</summary>
    public IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (!_all.TryGetValue(operation, out var usages))
        {
            var inFragments = InFragments(fragments.ReachableFrom(operation));
            fragments.Spend(inFragments.Count);
            usages = inFragments.Count == 0 ? Direct(operation) : [.. Direct(operation), .. inFragments];
            _all.Add(operation, usages);
        }

        return usages;
    }

    private IReadOnlyList<VariableUsage> InFragments(IReadOnlyList<FragmentDefinitionNode> reached)
    {
        if (!_ofFragments.TryGetValue(reached, out var usages))
        {
            fragments.Spend(reached.Count);
            var all = new List<VariableUsage>();
            foreach (var fragment in reached)
            {
                var direct = Direct(fragment);
                fragments.Spend(direct.Count);
                all.AddRange(direct);
            }

            usages = all;
            _ofFragments.Add(reached, usages);
        }

        return usages;
    }

    private IReadOnlyList<VariableUsage> Direct(DefinitionNode definition)
    {
        if (!_direct.TryGetValue(definition, out var usages))
        {
            var types = new TypeInfo(schema);
            var collector = new Collector(types);
            new DocumentWalker(types, collector).Walk(definition);
            usages = collector.Usages;
            _direct.Add(definition, usages);
        }

        return usages;
    }

    private sealed class Collector(TypeInfo types) : ValidationRule(null!, [NodeKind.Variable, NodeKind.VariableDefinition])
    {
        public List<VariableUsage> Usages { get; } = [];

        internal override void Enter(AstNode node)
        {
            if (node is VariableNode variable)
                Usages.Add(new VariableUsage(variable, types.InputType, types.ParentInputType, types.DefaultValue));
            else
                SkipChildren();
        }
    }
}
