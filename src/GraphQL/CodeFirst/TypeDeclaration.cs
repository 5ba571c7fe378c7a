namespace ServiceCrm.GraphQL;

internal enum TypeDeclarationKind
{
    Object,
    Interface,
    Union,
    Record,
}

/// <summary>How a node type reads its id and is loaded by it.</summary>
internal sealed record NodeDeclaration(Type IdType, Delegate Id, Delegate ByIds, string? Permission, DeclaredAt At);

/// <summary>What a module said about one composite type, before anything is checked.</summary>
internal sealed class TypeDeclaration
{
    public required string Name { get; init; }
    public required Type ClrType { get; init; }
    public required TypeDeclarationKind Kind { get; init; }
    public required DeclaredAt At { get; init; }
    public string? Description { get; set; }
    public NodeDeclaration? Node { get; set; }
    public IReadOnlyList<Type> Members { get; init; } = [];
    public List<FieldDeclaration> Fields { get; } = [];
}

/// <summary>A typed id and the node type it belongs to.</summary>
internal sealed record GlobalIdDeclaration(string TypeName, Type IdType, Delegate ToGuid, Delegate FromGuid, DeclaredAt At);

/// <summary>An enum with a name of its own choosing.</summary>
internal sealed record EnumDeclaration(string Name, Type ClrType, string? Description, DeclaredAt At);

/// <summary>Fields added to the node type of an id.</summary>
internal sealed record ExtensionDeclaration(Type IdType, List<FieldDeclaration> Fields, DeclaredAt At);
