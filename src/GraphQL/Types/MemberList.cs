using System.Collections;

namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// The fields, arguments or values of an element: in order of declaration, with lookup by name. A name that occurs twice is kept
/// in the list, so that <see cref="SchemaRules"/> can report it with everything else that is wrong; lookup finds the first.
/// </summary>
public sealed class MemberList<T> : IReadOnlyList<T>
    where T : SchemaMember
{
    /// <summary>Up to so many members are found faster by looking at each.</summary>
    private const int FewMembers = 8;

    private readonly INamedElement _owner;
    private readonly List<T> _items = [];
    private Dictionary<string, T>? _byName;

    internal MemberList(INamedElement owner) => _owner = owner;

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Names => _items.Select(item => item.Name);

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The member of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[string name] => Find(name) ?? throw new KeyNotFoundException($"{_owner.Coordinate} has no member \"{name}\".");

    /// <summary>Appends a member that belongs to no other element yet.</summary>
    /// <exception cref="InvalidOperationException">The member belongs to another element, or the schema is built.</exception>
    public void Add(T member)
    {
        if (((SchemaElement)_owner).IsFrozen)
            throw new InvalidOperationException($"{_owner.Coordinate} belongs to a built schema and cannot change.");

        if (member.Owner is not null)
            throw new InvalidOperationException($"{member.Coordinate} already belongs to {member.Owner.Coordinate}.");

        member.Owner = _owner;
        _items.Add(member);
        _byName?.TryAdd(member.Name, member);
        if (_items.Count == FewMembers + 1)
            _byName = _items.DistinctBy(item => item.Name, StringComparer.Ordinal).ToDictionary(item => item.Name, StringComparer.Ordinal);
    }

    /// <summary>Appends several members.</summary>
    public void AddRange(params ReadOnlySpan<T> members)
    {
        foreach (var member in members)
            Add(member);
    }

    /// <summary>Looks a member up in constant time.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? member)
    {
        member = Find(name);
        return member is not null;
    }

    /// <summary>The member of that name, or null.</summary>
    public T? Find(string name)
    {
        if (_byName is not null)
            return _byName.GetValueOrDefault(name);

        foreach (var item in _items)
        {
            if (string.Equals(item.Name, name, StringComparison.Ordinal))
                return item;
        }

        return null;
    }

    /// <summary>An enumerator that does not allocate.</summary>
    public List<T>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    internal void Freeze()
    {
        foreach (var item in _items)
            item.Freeze();
    }
}
