namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Anything a schema is made of. It can be changed until <see cref="SchemaBuilder.Build"/> freezes it; afterwards setters throw
/// <see cref="InvalidOperationException"/>, so that a schema can be read by many threads without locks.
/// </summary>
public abstract class SchemaElement
{
    private Dictionary<Type, object>? _features;

    private protected SchemaElement()
    {
    }

    /// <summary>Part of a built schema.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>What another layer has attached (a resolver, a cost, a CLR type), or null. The type model itself never looks at features.</summary>
    public T? Feature<T>()
        where T : class => _features is not null && _features.TryGetValue(typeof(T), out var feature) ? (T)feature : null;

    /// <summary>Attaches something under its type; replaces what was there.</summary>
    public void SetFeature<T>(T feature)
        where T : class
    {
        Guard(feature);
        (_features ??= [])[typeof(T)] = feature;
    }

    internal virtual void Freeze() => IsFrozen = true;

    private protected T Guard<T>(T value) =>
        IsFrozen ? throw new InvalidOperationException($"{this} belongs to a built schema and cannot change.") : value;
}

/// <summary>A named element: a type, field, argument, enum value or directive.</summary>
public interface INamedElement
{
    /// <summary>The name (spec section 2.1.9).</summary>
    string Name { get; }

    /// <summary>Documentation in CommonMark, or null.</summary>
    string? Description { get; }

    /// <summary>The directives written at the element, in order. The built-in ones take effect through properties of the model instead.</summary>
    ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Where the element stands in the schema, as messages, logs and settings name it (spec section 3.14).</summary>
    string Coordinate { get; }
}

/// <summary>A named element inside a type or a directive.</summary>
public abstract class SchemaMember : SchemaElement, INamedElement
{
    private protected SchemaMember(string name) => Name = name;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description { get; set => field = Guard(value); }

    /// <inheritdoc/>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; set => field = Guard(value); } = [];

    /// <summary>Why not to use it any longer (spec section 3.13.3), or null.</summary>
    public string? DeprecationReason { get; set => field = Guard(value); }

    /// <summary>Whether there is a <see cref="DeprecationReason"/>.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>The type, field or directive this is a member of; set when it is added there.</summary>
    public INamedElement? Owner { get; internal set; }

    /// <inheritdoc/>
    public virtual string Coordinate => Owner is null ? Name : Owner.Coordinate + "." + Name;

    public override string ToString() => Coordinate;
}
