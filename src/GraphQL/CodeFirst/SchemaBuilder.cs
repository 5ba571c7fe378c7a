using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.GraphQL;

/// <summary>Collects what the modules declare; <see cref="Build"/> checks everything at once and compiles it.</summary>
public sealed partial class SchemaBuilder
{
    /// <summary>The permission of a field that anyone may use, even without signing in. Spelled out so that no field is open by accident.</summary>
    public const string Anyone = "";

    /// <param name="name">For logs and error messages, for example <c>staff</c>.</param>
    /// <param name="isService">Tells services from GraphQL arguments in the parameters of a resolver.</param>
    public SchemaBuilder(string name, IServiceProviderIsService? isService = null)
    {
        Name = name;
        IsService = isService;
    }

    /// <summary>The name given to the constructor.</summary>
    public string Name { get; }

    /// <summary>Whether clients may ask for the answer in parts with <c>@defer</c> and <c>@stream</c>, which are a proposal to the specification.</summary>
    public bool IncrementalDelivery { get; set; }

    internal IServiceProviderIsService? IsService { get; }
    internal List<TypeDeclaration> Types { get; } = [];
    internal List<EnumDeclaration> Enums { get; } = [];
    internal List<GlobalIdDeclaration> GlobalIds { get; } = [];
    internal List<ExtensionDeclaration> Extensions { get; } = [];
    internal List<FieldDeclaration> Queries { get; } = [];
    internal List<FieldDeclaration> Mutations { get; } = [];
    internal List<FieldDeclaration> Subscriptions { get; } = [];
    internal Func<Exception, IReadOnlyList<IUserError>?>? ErrorMap { get; private set; }

    /// <summary>Names an enum; one that is only met in a signature takes its C# name. Values are written in UPPER_SNAKE_CASE.</summary>
    public void Enum<TEnum>(string name, string? description = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum => Enums.Add(new EnumDeclaration(name, typeof(TEnum), description, new DeclaredAt(file, line)));

    /// <summary>Makes a typed id a GraphQL <c>ID</c>: the type's name and the id's 16 bytes, URL-safe. An id of another type is refused.</summary>
    public void GlobalId<TId>(string typeName, Func<TId, Guid> toGuid, Func<Guid, TId> fromGuid, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TId : notnull => GlobalIds.Add(new GlobalIdDeclaration(typeName, typeof(TId), toGuid, fromGuid, new DeclaredAt(file, line)));

    /// <summary>Declares the object type that shows a CLR type.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Object is GraphQL's word for it")]
    public void Object<T>(string name, Action<ObjectBuilder<T>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declare(name, TypeDeclarationKind.Object, fields, new DeclaredAt(file, line));

    /// <summary>Declares an interface over a CLR interface or base class; every registered object of a type that has it implements it.</summary>
    public void Interface<T>(string name, Action<ObjectBuilder<T>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : class => Declare(name, TypeDeclarationKind.Interface, fields, new DeclaredAt(file, line));

    /// <summary>Declares a union: the common CLR type and the registered object types that may appear; the value's own type decides.</summary>
    public void Union<T>(string name, IReadOnlyList<Type> members, string? description = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : class => Types.Add(new TypeDeclaration
        {
            Name = name,
            ClrType = typeof(T),
            Kind = TypeDeclarationKind.Union,
            Members = members,
            Description = description,
            At = new DeclaredAt(file, line),
        });

    /// <summary>Declares an object type by convention: every public property is a field.</summary>
    public void Record<T>(string? name = null, string? description = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Types.Add(new TypeDeclaration
        {
            Name = name ?? typeof(T).Name,
            ClrType = typeof(T),
            Kind = TypeDeclarationKind.Record,
            Description = description,
            At = new DeclaredAt(file, line),
        });

    /// <summary>Adds fields to the node type of an id that another module declares.</summary>
    public void ExtendNode<TId>(Action<NodeExtension<TId>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TId : notnull
    {
        var extension = new ExtensionDeclaration(typeof(TId), [], new DeclaredAt(file, line));
        fields(new NodeExtension<TId>(extension.Fields));
        Extensions.Add(extension);
    }

    /// <summary>Declares a query.</summary>
    public FieldBuilder Query(string name, string permission, Delegate run, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AddRoot(Queries, name, permission, run, new DeclaredAt(file, line));

    /// <summary>Declares a mutation; its payload type with <c>errors</c> is made from what <paramref name="run"/> returns.</summary>
    public FieldBuilder Mutation(string name, string permission, Delegate run, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AddRoot(Mutations, name, permission, run, new DeclaredAt(file, line));

    /// <summary>Declares a subscription; <paramref name="run"/> returns the stream of its events.</summary>
    public FieldBuilder Subscription(string name, string permission, Delegate run, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AddRoot(Subscriptions, name, permission, run, new DeclaredAt(file, line));

    /// <summary>Says which exceptions of a mutation are expected and how they look in the payload; null means unexpected.</summary>
    public void MutationErrors(Func<Exception, IReadOnlyList<IUserError>?> map) => ErrorMap = map;

    private void Declare<T>(string name, TypeDeclarationKind kind, Action<ObjectBuilder<T>> fields, DeclaredAt at)
    {
        var type = new TypeDeclaration { Name = name, ClrType = typeof(T), Kind = kind, At = at };
        fields(new ObjectBuilder<T>(type));
        Types.Add(type);
    }

    private static FieldBuilder AddRoot(List<FieldDeclaration> fields, string name, string permission, Delegate run, DeclaredAt at)
    {
        var field = new FieldDeclaration { Name = name, Source = FieldSource.Resolver, Run = run, Permission = permission, At = at };
        fields.Add(field);
        return new FieldBuilder(field);
    }
}
