using System.Reflection;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>How a field of the schema gets and writes its value: the <c>Resolver</c> of a field in the type model. Makes the plan's nodes.</summary>
internal abstract class FieldRuntime
{
    private PropertyInfo? _reads;

    /// <summary>What the caller must be allowed; empty asks nothing.</summary>
    public IReadOnlyList<string> Permissions { get; private set; } = [];

    /// <summary>Without the permissions the field is null without an error.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Sets the permissions; null and empty ones ask nothing.</summary>
    public FieldRuntime WithPermissions(params IEnumerable<string?> permissions)
    {
        Permissions = [.. permissions.OfType<string>().Where(permission => permission.Length > 0).Distinct(StringComparer.Ordinal)];
        return this;
    }

    /// <summary>Makes the field null, without an error, for who lacks its permissions.</summary>
    public FieldRuntime Hidden(bool hidden)
    {
        IsHidden = hidden;
        return this;
    }

    /// <summary>The C# property of its object that the field reads, and nothing else; null when it reads otherwise.</summary>
    public virtual PropertyInfo? Property => _reads;

    /// <summary>States what cannot be seen: that a method reads nothing of its object but this property.</summary>
    public void Reads(PropertyInfo? property) => _reads = property;

    /// <summary>What the field costs when the schema does not say it: nothing for a leaf at hand, little for what leads to objects.</summary>
    public virtual double Cost(Field field) => field.Type.Named is CompositeType ? 1 : 0;

    /// <summary>Makes the node for one place in one plan.</summary>
    public abstract PlanField Create(PlanFieldInfo info);

    /// <summary>For the root field of a subscription: opens the stream of its events.</summary>
    public virtual IAsyncEnumerable<object?> Subscribe(in ResolveCall call) =>
        throw new NotSupportedException($"{call.Field} is not a subscription.");
}

/// <summary>A field read by a getter.</summary>
internal sealed class GetterRuntime<TParent, T>(Func<TParent, T> getter, OutputShape<T> shape) : FieldRuntime
{
    public override PropertyInfo? Property => GetterProperty.Of(getter);

    public override PlanField Create(PlanFieldInfo info)
    {
        var writer = shape.Writer(info.Selections, info.Stream);
        if (writer.Columns is null && info.Permissions.Length == 0)
            return new GetterField<TParent, T>(info, getter, writer);
        var source = new GetterSource<TParent, T>(getter);
        return writer.Columns is null ? new InlineField<T>(info, source, writer) : new EarlyField<T>(info, source, writer);
    }
}

/// <summary>A field computed synchronously.</summary>
internal sealed class InlineRuntime<T>(ValueSource<T> source, OutputShape<T> shape) : FieldRuntime
{
    public override PlanField Create(PlanFieldInfo info)
    {
        var writer = shape.Writer(info.Selections, info.Stream);
        return writer.Columns is null ? new InlineField<T>(info, source, writer) : new EarlyField<T>(info, source, writer);
    }
}

/// <summary>A field computed asynchronously, object by object.</summary>
internal sealed class AsyncRuntime<T>(ValueSource<ValueTask<T>> source, OutputShape<T> shape, bool isParallel) : FieldRuntime
{
    // Each object means a call of its own, most likely a query.
    public override double Cost(Field field) => 10;

    public override PlanField Create(PlanFieldInfo info) => new AsyncField<T>(info, source, shape.Writer(info.Selections, info.Stream), isParallel);
}

/// <summary>A field found by key in batches.</summary>
internal sealed class LoadRuntime<TKey, T>(KeySource<TKey> key, BatchLoader<TKey, T> loader, OutputShape<T> shape) : FieldRuntime
    where TKey : notnull
{
    public override PropertyInfo? Property => key.Property;

    public override PlanField Create(PlanFieldInfo info) => new LoadField<TKey, T>(info, key, loader, shape.Writer(info.Selections, info.Stream));
}

/// <summary>A list of values found by their keys in batches.</summary>
internal sealed class LoadListRuntime<TKey, T>(KeySource<IReadOnlyList<TKey>> keys, BatchLoader<TKey, T> loader, OutputShape<IReadOnlyList<T>?> shape)
    : FieldRuntime
    where TKey : notnull
{
    public override PropertyInfo? Property => keys.Property;

    public override PlanField Create(PlanFieldInfo info) => new LoadListField<TKey, T>(info, keys, loader, shape.Writer(info.Selections, info.Stream));
}

/// <summary>The root field of a subscription.</summary>
internal sealed class SubscriptionRuntime<T>(ValueSource<IAsyncEnumerable<T>> source, OutputShape<T> shape) : FieldRuntime
{
    public override PlanField Create(PlanFieldInfo info) => new EventField<T>(info, shape.Writer(info.Selections, info.Stream));

    public override IAsyncEnumerable<object?> Subscribe(in ResolveCall call) => Box(source.Get(call), call.Run.Cancellation);

    private static async IAsyncEnumerable<object?> Box(IAsyncEnumerable<T> events, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var value in events.WithCancellation(cancellation))
            yield return value;
    }
}

internal sealed class GetterSource<TParent, T>(Func<TParent, T> getter) : ValueSource<T>
{
    public override T Get(in ResolveCall call) => getter((TParent)call.Parent);
}
