namespace ServiceCrm.GraphQL.Language;

/// <summary>Query, mutation or subscription.</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation (spec section 2.3).</summary>
public sealed record OperationDefinitionNode(
    Location Location, StringValueNode? Description, OperationType Operation, Name? Name, ImmutableArray<VariableDefinitionNode> VariableDefinitions,
    ImmutableArray<DirectiveNode> Directives, SelectionSetNode SelectionSet)
    : DefinitionNode(NodeKind.OperationDefinition, Location, Description);

/// <summary>A fragment (spec section 2.8).</summary>
public sealed record FragmentDefinitionNode(
    Location Location, StringValueNode? Description, Name Name, NamedTypeNode TypeCondition, ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet)
    : DefinitionNode(NodeKind.FragmentDefinition, Location, Description);

/// <summary>The declaration of a variable (spec section 2.10).</summary>
public sealed record VariableDefinitionNode(
    Location Location, StringValueNode? Description, VariableNode Variable, TypeNode Type, ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives)
    : AstNode(NodeKind.VariableDefinition, Location);

/// <summary>Selections in braces (spec section 2.4).</summary>
public sealed record SelectionSetNode(Location Location, ImmutableArray<SelectionNode> Selections) : AstNode(NodeKind.SelectionSet, Location);

/// <summary>A field, a spread or an inline fragment.</summary>
public abstract record SelectionNode(NodeKind Kind, Location Location, ImmutableArray<DirectiveNode> Directives) : AstNode(Kind, Location);

/// <summary>A selected field (spec section 2.5).</summary>
public sealed record FieldNode(
    Location Location, Name? Alias, Name Name, ImmutableArray<ArgumentNode> Arguments, ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet)
    : SelectionNode(NodeKind.Field, Location, Directives)
{
    /// <summary>The key in the response: the alias, else the name.</summary>
    public string ResponseName => Alias?.Value ?? Name.Value;
}

/// <summary><c>...Name</c> (spec section 2.8).</summary>
public sealed record FragmentSpreadNode(Location Location, Name Name, ImmutableArray<DirectiveNode> Directives)
    : SelectionNode(NodeKind.FragmentSpread, Location, Directives);

/// <summary><c>... on Type { }</c> (spec section 2.8.2).</summary>
public sealed record InlineFragmentNode(
    Location Location, NamedTypeNode? TypeCondition, ImmutableArray<DirectiveNode> Directives, SelectionSetNode SelectionSet)
    : SelectionNode(NodeKind.InlineFragment, Location, Directives);

/// <summary>A named value (spec section 2.6).</summary>
public sealed record ArgumentNode(Location Location, Name Name, ValueNode Value) : AstNode(NodeKind.Argument, Location);

/// <summary>A directive in use (spec section 2.12).</summary>
public sealed record DirectiveNode(Location Location, Name Name, ImmutableArray<ArgumentNode> Arguments) : AstNode(NodeKind.Directive, Location);
