namespace ServiceCrm.GraphQL.Language;

/// <summary>What a node is; lets walkers switch without type tests. Names as in graphql-js, extensions share the kind of their definition.</summary>
public enum NodeKind
{
    Document,
    OperationDefinition,
    VariableDefinition,
    SelectionSet,
    Field,
    Argument,
    FragmentSpread,
    InlineFragment,
    FragmentDefinition,
    Variable,
    IntValue,
    FloatValue,
    StringValue,
    BooleanValue,
    NullValue,
    EnumValue,
    ListValue,
    ObjectValue,
    ObjectField,
    Directive,
    NamedType,
    ListType,
    NonNullType,
    SchemaDefinition,
    OperationTypeDefinition,
    ScalarTypeDefinition,
    ObjectTypeDefinition,
    FieldDefinition,
    InputValueDefinition,
    InterfaceTypeDefinition,
    UnionTypeDefinition,
    EnumTypeDefinition,
    EnumValueDefinition,
    InputObjectTypeDefinition,
    DirectiveDefinition,
}

/// <summary>A node of the syntax tree. Trees are immutable; nodes that code builds have the default location.</summary>
public abstract class AstNode(NodeKind kind, Location location)
{
    /// <summary>What the node is.</summary>
    public NodeKind Kind { get; } = kind;

    /// <summary>Where the node stands in its source.</summary>
    public Location Location { get; } = location;

    /// <summary>The node as GraphQL, formatted as graphql-js prints it.</summary>
    public override string ToString() => Printer.Print(this);
}

/// <summary>A name with its place (spec section 2.1.9).</summary>
public readonly record struct Name(string Value, Location Location)
{
    public override string ToString() => Value;
}

/// <summary>A whole document (spec section 2.2).</summary>
public sealed class DocumentNode(SourceText source, ImmutableArray<DefinitionNode> definitions, int tokenCount)
    : AstNode(NodeKind.Document, new Location(0, source.Length))
{
    /// <summary>The text, needed to turn locations into lines and columns.</summary>
    public SourceText Source { get; } = source;

    /// <summary>Definitions in the order of the text.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>Tokens the parser read.</summary>
    public int TokenCount { get; } = tokenCount;
}

/// <summary>An operation, a fragment or a part of a type system.</summary>
public abstract class DefinitionNode(NodeKind kind, Location location, StringValueNode? description) : AstNode(kind, location)
{
    /// <summary>The string before the definition.</summary>
    public StringValueNode? Description { get; } = description;
}
