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
/// <param name="Kind">What the node is.</param>
/// <param name="Location">Where the node stands in its source.</param>
public abstract record AstNode(NodeKind Kind, Location Location)
{
    /// <summary>A node equals itself only: two of the same text stand at different places.</summary>
    public virtual bool Equals(AstNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The node as GraphQL, formatted as graphql-js prints it.</summary>
    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>A name with its place (spec section 2.1.9).</summary>
public readonly record struct Name(string Value, Location Location)
{
    public override string ToString() => Value;
}

/// <summary>A whole document (spec section 2.2).</summary>
/// <param name="Source">The text, needed to turn locations into lines and columns.</param>
/// <param name="Definitions">In the order of the text.</param>
/// <param name="TokenCount">Tokens the parser read.</param>
public sealed record DocumentNode(SourceText Source, ImmutableArray<DefinitionNode> Definitions, int TokenCount)
    : AstNode(NodeKind.Document, new Location(0, Source.Length));

/// <summary>An operation, a fragment or a part of a type system; its description is the string before it.</summary>
public abstract record DefinitionNode(NodeKind Kind, Location Location, StringValueNode? Description) : AstNode(Kind, Location);
