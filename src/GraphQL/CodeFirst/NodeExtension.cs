namespace ServiceCrm.GraphQL;

/// <summary>Fields that one module adds to the node type of another, knowing only its id.</summary>
public sealed class NodeExtension<TId>
    where TId : notnull
{
    private readonly List<FieldDeclaration> _fields;

    internal NodeExtension(List<FieldDeclaration> fields) => _fields = fields;

    /// <summary>A field computed by a method whose parent parameter is the id.</summary>
    public FieldBuilder Resolve(string name, Delegate run, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(name, FieldSource.Resolver, run, new DeclaredAt(file, line));

    /// <summary>A nullable value found by the node's id, all of a step at once.</summary>
    public FieldBuilder Load(string name, Delegate byKeys, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(name, FieldSource.Load, byKeys, new DeclaredAt(file, line));

    /// <summary>A list found by the node's id, all of a step at once.</summary>
    public FieldBuilder LoadMany(string name, Delegate byKeys, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(name, FieldSource.LoadMany, byKeys, new DeclaredAt(file, line));

    private FieldBuilder Add(string name, FieldSource source, Delegate run, DeclaredAt at)
    {
        var field = new FieldDeclaration { Name = name, Source = source, Run = run, At = at };
        _fields.Add(field);
        return new FieldBuilder(field);
    }
}
