namespace ServiceCrm.GraphQL.Language;

/// <summary>Query, mutation or subscription.</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation (spec section 2.3).</summary>
public sealed class OperationDefinitionNode(
    Location location, StringValueNode? description, OperationType operation, Name? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(NodeKind.OperationDefinition, location, description)
{
    public OperationType Operation { get; } = operation;
    public Name? Name { get; } = name;
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A fragment (spec section 2.8).</summary>
public sealed class FragmentDefinitionNode(
    Location location, StringValueNode? description, Name name, NamedTypeNode typeCondition, ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : DefinitionNode(NodeKind.FragmentDefinition, location, description)
{
    public Name Name { get; } = name;
    public NamedTypeNode TypeCondition { get; } = typeCondition;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>The declaration of a variable (spec section 2.10).</summary>
public sealed class VariableDefinitionNode(
    Location location, StringValueNode? description, VariableNode variable, TypeNode type, ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives)
    : AstNode(NodeKind.VariableDefinition, location)
{
    public StringValueNode? Description { get; } = description;
    public VariableNode Variable { get; } = variable;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>Selections in braces (spec section 2.4).</summary>
public sealed class SelectionSetNode(Location location, ImmutableArray<SelectionNode> selections) : AstNode(NodeKind.SelectionSet, location)
{
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a spread or an inline fragment.</summary>
public abstract class SelectionNode(NodeKind kind, Location location, ImmutableArray<DirectiveNode> directives) : AstNode(kind, location)
{
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field (spec section 2.5).</summary>
public sealed class FieldNode(
    Location location, Name? alias, Name name, ImmutableArray<ArgumentNode> arguments, ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet)
    : SelectionNode(NodeKind.Field, location, directives)
{
    public Name? Alias { get; } = alias;
    public Name Name { get; } = name;
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key in the response: the alias, else the name.</summary>
    public string ResponseName => Alias?.Value ?? Name.Value;
}

/// <summary><c>...Name</c> (spec section 2.8).</summary>
public sealed class FragmentSpreadNode(Location location, Name name, ImmutableArray<DirectiveNode> directives)
    : SelectionNode(NodeKind.FragmentSpread, location, directives)
{
    public Name Name { get; } = name;
}

/// <summary><c>... on Type { }</c> (spec section 2.8.2).</summary>
public sealed class InlineFragmentNode(
    Location location, NamedTypeNode? typeCondition, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(NodeKind.InlineFragment, location, directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A named value (spec section 2.6).</summary>
public sealed class ArgumentNode(Location location, Name name, ValueNode value) : AstNode(NodeKind.Argument, location)
{
    public Name Name { get; } = name;
    public ValueNode Value { get; } = value;
}

/// <summary>A directive in use (spec section 2.12).</summary>
public sealed class DirectiveNode(Location location, Name name, ImmutableArray<ArgumentNode> arguments) : AstNode(NodeKind.Directive, location)
{
    public Name Name { get; } = name;
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
