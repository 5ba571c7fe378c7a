using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>
/// The types around the node where a walk is. It follows graphql-js's class of this name step by step, because the rules' messages
/// depend on what it says in documents that are wrong (for example, arguments of an unknown directive are looked up at its field).
/// </summary>
internal sealed class TypeInfo(Schema schema)
{
    private readonly List<GraphQLType?> _types = [];
    private readonly List<CompositeType?> _parentTypes = [];
    private readonly List<GraphQLType?> _inputTypes = [];
    private readonly List<Field?> _fields = [];
    private readonly List<ValueNode?> _defaults = [];
    private readonly List<AstNode> _ancestors = [];

    /// <summary>The output type of the current field or fragment.</summary>
    public GraphQLType? Type => Top(_types);

    /// <summary>The type whose fields are being selected.</summary>
    public CompositeType? ParentType => Top(_parentTypes);

    /// <summary>The type that is expected of the current value.</summary>
    public GraphQLType? InputType => Top(_inputTypes);

    /// <summary>The type around the current value: the list or input object.</summary>
    public GraphQLType? ParentInputType => _inputTypes.Count > 1 ? _inputTypes[^2] : null;

    /// <summary>The definition of the current field.</summary>
    public Field? Field => Top(_fields);

    /// <summary>The default of the current argument or input field.</summary>
    public ValueNode? DefaultValue => Top(_defaults);

    /// <summary>The definition of the directive the walk is in.</summary>
    public DirectiveDefinition? Directive { get; private set; }

    /// <summary>The definition of the argument the walk is in.</summary>
    public Argument? Argument { get; private set; }

    /// <summary>The nodes around the current one, the document first.</summary>
    public IReadOnlyList<AstNode> Ancestors => _ancestors;

    /// <summary>The node directly around the current one.</summary>
    public AstNode? Parent => Top(_ancestors);

    public void Enter(AstNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Add(Type?.Named as CompositeType);
                break;
            case FieldNode field:
                var definition = ParentType is { } parent ? schema.FindField(parent, field.Name.Value) : null;
                _fields.Add(definition);
                _types.Add(definition is { Type.IsOutput: true } ? definition.Type : null);
                break;
            case DirectiveNode directive:
                Directive = schema.FindDirective(directive.Name.Value);
                break;
            case OperationDefinitionNode operation:
                _types.Add(schema.RootType(operation.Operation));
                break;
            case InlineFragmentNode { TypeCondition: null }:
                _types.Add(Output(Type?.Named));
                break;
            case InlineFragmentNode fragment:
                _types.Add(Output(schema.FindType(fragment.TypeCondition!)));
                break;
            case FragmentDefinitionNode fragment:
                _types.Add(Output(schema.FindType(fragment.TypeCondition)));
                break;
            default:
                EnterInput(node);
                break;
        }
    }

    public void Leave(AstNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.SelectionSet:
                Pop(_parentTypes);
                break;
            case NodeKind.Field:
                Pop(_fields);
                Pop(_types);
                break;
            case NodeKind.Directive:
                Directive = null;
                break;
            case NodeKind.OperationDefinition or NodeKind.InlineFragment or NodeKind.FragmentDefinition:
                Pop(_types);
                break;
            case NodeKind.VariableDefinition:
                Pop(_inputTypes);
                break;
            case NodeKind.Argument:
                Argument = null;
                Pop(_defaults);
                Pop(_inputTypes);
                break;
            case NodeKind.ListValue or NodeKind.ObjectField:
                Pop(_defaults);
                Pop(_inputTypes);
                break;
        }
    }

    public void PushAncestor(AstNode node) => _ancestors.Add(node);

    public void PopAncestor() => Pop(_ancestors);

    private void EnterInput(AstNode node)
    {
        switch (node)
        {
            case VariableDefinitionNode variable:
                _inputTypes.Add(Input(schema.FindType(variable.Type)));
                break;
            case ArgumentNode argument:
                Argument = (Directive?.Arguments ?? Field?.Arguments)?.Find(argument.Name.Value);
                Push(Argument);
                break;
            case ListValueNode:
                _defaults.Add(null);
                _inputTypes.Add(Input((InputType?.Nullable as ListType)?.ItemType));
                break;
            case ObjectFieldNode field:
                Push((InputType?.Named as InputObjectType)?.Fields.Find(field.Name.Value));
                break;
        }
    }

    private void Push(InputValue? definition)
    {
        _defaults.Add(definition?.DefaultValue);
        _inputTypes.Add(Input(definition?.Type));
    }

    private static GraphQLType? Output(GraphQLType? type) => type is { IsOutput: true } ? type : null;

    private static GraphQLType? Input(GraphQLType? type) => type is { IsInput: true } ? type : null;

    private static T? Top<T>(List<T> stack) => stack.Count > 0 ? stack[^1] : default;

    private static void Pop<T>(List<T> stack) => stack.RemoveAt(stack.Count - 1);
}
