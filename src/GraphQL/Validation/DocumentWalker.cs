namespace ServiceCrm.GraphQL.Validation;

/// <summary>
/// Visits every node once, depth first in the order of graphql-js, and calls the rules that asked for its kind. Its depth is bounded by
/// the parser's.
/// </summary>
internal sealed partial class DocumentWalker
{
    private readonly TypeInfo _types;
    private readonly ValidationRule[] _rules;
    private readonly ulong[] _enterMasks;
    private readonly ulong[] _leaveMasks;
    private readonly AstNode?[] _skipped;
    private int _skipping;

    public DocumentWalker(TypeInfo types, params ValidationRule[] rules)
    {
        _types = types;
        _rules = rules;
        _enterMasks = Array.ConvertAll(rules, rule => rule.EnterMask);
        _leaveMasks = Array.ConvertAll(rules, rule => rule.LeaveMask);
        _skipped = new AstNode?[rules.Length];
    }

    public void Walk(AstNode node)
    {
        _types.Enter(node);
        EnterRules(node);
        _types.PushAncestor(node);
        WalkChildren(node);
        _types.PopAncestor();
        LeaveRules(node);
        _types.Leave(node);
    }

    private void EnterRules(AstNode node)
    {
        var kind = ValidationRule.MaskOf(node.Kind);
        for (var i = 0; i < _rules.Length; i++)
        {
            if ((_enterMasks[i] & kind) == 0)
                continue;

            _rules[i].Enter(node);
            if (_rules[i].WantsToSkip)
            {
                _rules[i].WantsToSkip = false;
                _enterMasks[i] = _leaveMasks[i] = 0;
                _skipped[i] = node;
                _skipping++;
            }
        }
    }

    private void LeaveRules(AstNode node)
    {
        var kind = ValidationRule.MaskOf(node.Kind);
        for (var i = 0; i < _rules.Length; i++)
        {
            if ((_leaveMasks[i] & kind) != 0)
                _rules[i].Leave(node);
            else if (_skipping > 0 && ReferenceEquals(_skipped[i], node))
            {
                _enterMasks[i] = _rules[i].EnterMask;
                _leaveMasks[i] = _rules[i].LeaveMask;
                _skipped[i] = null;
                _skipping--;
            }
        }
    }

    private void WalkChildren(AstNode node)
    {
        switch (node)
        {
            case FieldNode field:
                WalkAll(field.Arguments);
                WalkAll(field.Directives);
                WalkOptional(field.SelectionSet);
                break;
            case SelectionSetNode set:
                WalkAll(set.Selections);
                break;
            case ArgumentNode argument:
                Walk(argument.Value);
                break;
            case FragmentSpreadNode spread:
                WalkAll(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WalkOptional(fragment.TypeCondition);
                WalkAll(fragment.Directives);
                Walk(fragment.SelectionSet);
                break;
            case DirectiveNode directive:
                WalkAll(directive.Arguments);
                break;
            case ListValueNode list:
                WalkAll(list.Values);
                break;
            case ObjectValueNode value:
                WalkAll(value.Fields);
                break;
            case ObjectFieldNode field:
                Walk(field.Value);
                break;
            case ListTypeNode list:
                Walk(list.Type);
                break;
            case NonNullTypeNode nonNull:
                Walk(nonNull.Type);
                break;
            default:
                WalkDefinition(node);
                break;
        }
    }

    private void WalkDefinition(AstNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WalkAll(document.Definitions);
                break;
            case OperationDefinitionNode operation:
                WalkAll(operation.VariableDefinitions);
                WalkAll(operation.Directives);
                Walk(operation.SelectionSet);
                break;
            case FragmentDefinitionNode fragment:
                Walk(fragment.TypeCondition);
                WalkAll(fragment.Directives);
                Walk(fragment.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                Walk(variable.Variable);
                Walk(variable.Type);
                WalkOptional(variable.DefaultValue);
                WalkAll(variable.Directives);
                break;
            default:
                WalkTypeSystem(node);
                break;
        }
    }

    private void WalkOptional(AstNode? node)
    {
        if (node is not null)
            Walk(node);
    }

    private void WalkAll<T>(ImmutableArray<T> nodes)
        where T : AstNode
    {
        foreach (var node in nodes)
            Walk(node);
    }
}
