using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Resolves a field of a schema from SDL with a function.</summary>
/// <param name="parent">The object of the field.</param>
/// <param name="arguments">The arguments that have a value, by name.</param>
/// <param name="services">The services of the request.</param>
public delegate object? DynamicResolver(object parent, IReadOnlyDictionary<string, object?> arguments, IServiceProvider services);

/// <inheritdoc cref="DynamicResolver"/>
public delegate ValueTask<object?> AsyncDynamicResolver(object parent, IReadOnlyDictionary<string, object?> arguments, IServiceProvider services);

/// <summary>A field whose values are plain objects.</summary>
internal sealed class DynamicRuntime(Field field, Delegate resolver) : FieldRuntime
{
    private readonly OutputShape<object?> _shape = DynamicShape.Of(field.Type);

    public override PlanField Create(PlanFieldInfo info)
    {
        var writer = _shape.Writer(info.Selections, info.Stream);
        if (resolver is AsyncDynamicResolver asynchronous)
            return new AsyncField<object?>(info, new DynamicAsyncSource(field, asynchronous), writer, isParallel: false);
        var source = new DynamicSource(field, (DynamicResolver)resolver);
        return writer.Columns is null ? new InlineField<object?>(info, source, writer) : new EarlyField<object?>(info, source, writer);
    }

    public static IReadOnlyDictionary<string, object?> Arguments(Field field, in ResolveCall call)
    {
        if (field.Arguments.Count == 0)
            return ImmutableDictionary<string, object?>.Empty;
        var values = call.Field.Info.Arguments.Values(call.Run);
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not Absent)
                named[field.Arguments[i].Name] = Plain(values[i]);
        }

        return named;
    }

    private static object? Plain(object? value) => value switch
    {
        InputObjectValue input => input.Type.Fields.Zip(input.Values)
            .Where(pair => pair.Second is not Absent)
            .ToDictionary(pair => pair.First.Name, pair => Plain(pair.Second), StringComparer.Ordinal),
        object?[] items => items.Select(Plain).ToList(),
        _ => value,
    };
}

internal sealed class DynamicSource(Field field, DynamicResolver resolver) : ValueSource<object?>
{
    public override object? Get(in ResolveCall call) => resolver(call.Parent, DynamicRuntime.Arguments(field, call), call.Run.Services);
}

internal sealed class DynamicAsyncSource(Field field, AsyncDynamicResolver resolver) : ValueSource<ValueTask<object?>>
{
    public override ValueTask<object?> Get(in ResolveCall call) => resolver(call.Parent, DynamicRuntime.Arguments(field, call), call.Run.Services);
}

/// <summary>A field of the introspection types: the type model itself says what it is (spec chapter 4).</summary>
internal sealed class IntrospectionRuntime(Schema schema, Field field, IntrospectionResolver resolver) : FieldRuntime
{
    private readonly OutputShape<object?> _shape = DynamicShape.Of(field.Type);

    public override PlanField Create(PlanFieldInfo info) =>
        new InlineField<object?>(info, new Source(schema, field, resolver), _shape.Writer(info.Selections, info.Stream));

    private sealed class Source(Schema types, Field selected, IntrospectionResolver resolve) : ValueSource<object?>
    {
        public override object? Get(in ResolveCall call) => resolve(types, call.Parent, selected.Arguments.Count == 0 ? default : Arguments(call));

        private static IntrospectionArguments Arguments(in ResolveCall call) => call.Field.Info.Arguments.Values(call.Run)[0] switch
        {
            bool includeDeprecated => new IntrospectionArguments(includeDeprecated),
            string name => new IntrospectionArguments(Name: name),
            _ => default,
        };
    }
}
