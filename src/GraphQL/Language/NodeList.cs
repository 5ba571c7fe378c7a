namespace ServiceCrm.GraphQL.Language;

/// <summary>Collects the children of a node: one array while growing, none for no children.</summary>
internal struct NodeList<T>
{
    private T[]? _items;
    private int _count;

    public void Add(T item)
    {
        if (_items is null)
            _items = new T[4];
        else if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);

        _items[_count++] = item;
    }

    public ImmutableArray<T> ToImmutable()
    {
        if (_items is null)
            return [];

        Array.Resize(ref _items, _count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_items);
    }
}
