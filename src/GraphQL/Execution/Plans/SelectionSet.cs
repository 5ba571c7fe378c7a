using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>The selections of one composite position, by concrete object type.</summary>
internal sealed class SelectionSet
{
    private readonly Selection? _only;
    private readonly IReadOnlyDictionary<string, Selection> _byName;
    private readonly ITypeResolver? _resolver;
    private readonly CompositeType _type;

    /// <summary>Selections on an object type: there is nothing to decide.</summary>
    public SelectionSet(CompositeType type, Selection only)
    {
        _type = type;
        _only = only;
        _byName = new Dictionary<string, Selection>(StringComparer.Ordinal) { [type.Name] = only };
        All = [only];
        HasColumns = only.Columns.Length > 0;
    }

    /// <summary>Selections on an interface or union.</summary>
    public SelectionSet(CompositeType type, IReadOnlyDictionary<string, Selection> byName, ITypeResolver resolver)
    {
        _type = type;
        _byName = byName;
        _resolver = resolver;
        All = [.. byName.Values];
        HasColumns = byName.Values.Any(selection => selection.Columns.Length > 0);
    }

    public bool IsAbstract => _only is null;

    /// <summary>Whether any of the selections has fields that are gathered before writing.</summary>
    public bool HasColumns { get; }

    public Selection[] All { get; }

    public Selection For(object value) => _only ?? TryFor(value) ?? throw (value is FailedValue failed ? failed.Failure : Unknown(value));

    public Selection? TryFor(object value)
    {
        if (_only is not null)
            return _only;
        var name = _resolver!.TypeNameOf(_type, value);
        return name is not null && _byName.TryGetValue(name, out var selection) ? selection : null;
    }

    private LeafValueException Unknown(object value) => new(
        _resolver!.TypeNameOf(_type, value) is { } name
            ? $"Runtime Object type \"{name}\" is not a possible type for \"{_type}\"."
            : $"Abstract type \"{_type}\" must resolve to an Object type at runtime, but a {value.GetType().Name} came.");
}

/// <summary>Tells the object type of a value at an abstract position (spec section 6.4.3, ResolveAbstractType).</summary>
internal interface ITypeResolver
{
    string? TypeNameOf(CompositeType type, object value);
}

/// <summary>A type resolver of a function, for schemas from SDL.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "it wraps exactly one delegate")]
internal sealed class TypeResolverDelegate(Func<CompositeType, object, string?> typeNameOf) : ITypeResolver
{
    public string? TypeNameOf(CompositeType type, object value) => typeNameOf(type, value);
}

/// <summary>Stands in a list for an item that could not be had, so that only this item fails.</summary>
internal sealed record FailedValue(Exception Failure);
