using System.Reflection;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Loads values of a reference type from a method that returns a dictionary.</summary>
internal sealed class DictionaryLoader<TKey, TValue, TFound>(ValueSource<ValueTask<TFound>> source) : BatchLoader<TKey, TValue>
    where TKey : notnull
    where TFound : IReadOnlyDictionary<TKey, TValue>
{
    public override async ValueTask LoadAsync(RequestRun run, IReadOnlyList<TKey> keys, Batch<TKey, TValue> batch)
    {
        foreach (var (key, value) in await Loading.Start(source, run, keys))
            batch.Found(key, value);
    }
}

/// <summary>Loads values of a value type; what is missing is null.</summary>
internal sealed class StructDictionaryLoader<TKey, TValue, TFound>(ValueSource<ValueTask<TFound>> source) : BatchLoader<TKey, TValue?>
    where TKey : notnull
    where TValue : struct
    where TFound : IReadOnlyDictionary<TKey, TValue>
{
    public override async ValueTask LoadAsync(RequestRun run, IReadOnlyList<TKey> keys, Batch<TKey, TValue?> batch)
    {
        foreach (var (key, value) in await Loading.Start(source, run, keys))
            batch.Found(key, value);
    }
}

/// <summary>Loads lists from a method that returns a lookup; what is missing is empty.</summary>
internal sealed class LookupLoader<TKey, TValue, TFound>(ValueSource<ValueTask<TFound>> source) : BatchLoader<TKey, IReadOnlyList<TValue>?>
    where TKey : notnull
    where TFound : ILookup<TKey, TValue>
{
    public override IReadOnlyList<TValue> Missing => [];

    public override async ValueTask LoadAsync(RequestRun run, IReadOnlyList<TKey> keys, Batch<TKey, IReadOnlyList<TValue>?> batch)
    {
        var lists = await Loading.Start(source, run, keys);
        foreach (var key in keys)
            batch.Found(key, [.. lists[key]]);
    }
}

internal static class Loading
{
    // A loader belongs to no field: its first parameter, bound like a parent, is the list of keys.
    public static ValueTask<T> Start<T, TKey>(ValueSource<ValueTask<T>> source, RequestRun run, IReadOnlyList<TKey> keys) =>
        source.Get(new ResolveCall(run, null!, keys, null, 0));
}

internal sealed class GetterKey<TParent, TKey>(Func<TParent, TKey> getter) : KeySource<TKey>
{
    public override PropertyInfo? Property => GetterProperty.Of(getter);

    public override bool TryGet(object parent, out TKey key)
    {
        key = getter((TParent)parent);
        return key is not null;
    }
}

internal sealed class NullableGetterKey<TParent, TKey>(Func<TParent, TKey?> getter) : KeySource<TKey>
    where TKey : struct
{
    public override PropertyInfo? Property => GetterProperty.Of(getter);

    public override bool TryGet(object parent, out TKey key)
    {
        var value = getter((TParent)parent);
        key = value.GetValueOrDefault();
        return value.HasValue;
    }
}
