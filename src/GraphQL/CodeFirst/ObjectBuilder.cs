namespace ServiceCrm.GraphQL;

/// <summary>Declares the fields of the object type (or interface) that shows <typeparamref name="T"/>.</summary>
public sealed class ObjectBuilder<T>
{
    private readonly TypeDeclaration _type;

    internal ObjectBuilder(TypeDeclaration type) => _type = type;

    /// <summary>The description shown in the schema (Markdown).</summary>
    public void Describe(string text) => _type.Description = text;

    /// <summary>
    /// Makes the type a Relay node: adds <c>id: ID!</c> and interface Node, and lets <c>node</c>, <c>nodes</c> and references load it by
    /// (IReadOnlyList&lt;TId&gt;, services..., CancellationToken) to Task of IReadOnlyDictionary&lt;TId, T&gt;; what is missing there is null.
    /// The id's type must be declared with <see cref="SchemaBuilder.GlobalId{TId}"/>; the permission is needed to load the type that way.
    /// </summary>
    public FieldBuilder Node<TId>(Func<T, TId> id, Delegate byIds, string? permission = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TId : notnull
    {
        _type.Node = new NodeDeclaration(typeof(TId), id, byIds, permission, new DeclaredAt(file, line));
        return Add(new FieldDeclaration { Name = "id", Source = FieldSource.Getter, Getter = id, Nullable = false, At = new DeclaredAt(file, line) });
    }

    /// <summary>A field read from the object; nullable exactly when the value's declared type is (a plain member's annotation counts).</summary>
    public FieldBuilder Field<TValue>(string name, Func<T, TValue> value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.Getter, Getter = value, At = new DeclaredAt(file, line) });

    /// <summary>A field read from the object that may be null, for computed reference types whose annotation the compiler does not keep.</summary>
    public FieldBuilder NullableField<TValue>(string name, Func<T, TValue> value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.Getter, Getter = value, Nullable = true, At = new DeclaredAt(file, line) });

    /// <summary>The node with this id, loaded with all others of the same step through its type's Node loader; null when absent or not visible.</summary>
    public FieldBuilder Reference<TId>(string name, Func<T, TId> id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.Reference, Getter = id, At = new DeclaredAt(file, line) });

    /// <summary>The nodes with these ids in their order; absent or invisible ones are left out.</summary>
    public FieldBuilder References<TId>(string name, Func<T, IReadOnlyList<TId>> ids, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.References, Getter = ids, At = new DeclaredAt(file, line) });

    /// <summary>
    /// The node with this global id, whatever its type (interface Node): all of a step are loaded with one call a type. Null when the object
    /// has none, when its type is no node of this schema, and when it is absent or not for the caller's eyes.
    /// </summary>
    public FieldBuilder AnyNode(string name, Func<T, string?> globalId, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.AnyNode, Getter = globalId, At = new DeclaredAt(file, line) });

    /// <summary>
    /// A nullable value found by key, all keys of a step at once:
    /// (IReadOnlyList&lt;TKey&gt;, services..., CancellationToken) to Task of IReadOnlyDictionary&lt;TKey, TValue&gt;.
    /// </summary>
    public FieldBuilder Load<TKey>(string name, Func<T, TKey> key, Delegate byKeys, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.Load, Getter = key, Run = byKeys, At = new DeclaredAt(file, line) });

    /// <summary>A list found by key, all keys of a step at once: (IReadOnlyList&lt;TKey&gt;, services..., CancellationToken) to Task of ILookup&lt;TKey, TValue&gt;.</summary>
    public FieldBuilder LoadMany<TKey>(string name, Func<T, TKey> key, Delegate byKeys, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.LoadMany, Getter = key, Run = byKeys, At = new DeclaredAt(file, line) });

    /// <summary>A field computed by a method; its parameters are the parent, GraphQL arguments and services.</summary>
    public FieldBuilder Resolve(string name, Delegate run, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new FieldDeclaration { Name = name, Source = FieldSource.Resolver, Run = run, At = new DeclaredAt(file, line) });

    private FieldBuilder Add(FieldDeclaration field)
    {
        _type.Fields.Add(field);
        return new FieldBuilder(field);
    }
}
