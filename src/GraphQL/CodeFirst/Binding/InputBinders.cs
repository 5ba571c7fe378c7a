using System.Reflection;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Coercion has made the CLR value already.</summary>
internal sealed class PlainBinder : InputBinder
{
    public static readonly PlainBinder Instance = new();

    private PlainBinder()
    {
    }

    public override object? Bind(object? coerced, string path, List<InputProblem> problems) => coerced;
}

/// <summary>A global id of one type.</summary>
internal sealed class IdBinder<T>(string typeName, Func<Guid, T> fromGuid) : InputBinder
{
    private const string InvalidCode = "INVALID_ID";

    public override object? Bind(object? coerced, string path, List<InputProblem> problems)
    {
        if (coerced is not string text)
            return coerced;
        return GlobalId.TryDecode(text, typeName, out var guid)
            ? fromGuid(guid)
            : throw new GraphQLFieldException(InvalidCode, $"The value of \"{path}\" is not a {typeName} id.");
    }
}

/// <summary>A global id of whatever type.</summary>
internal sealed class AnyIdBinder : InputBinder
{
    public static readonly AnyIdBinder Instance = new();

    public override object? Bind(object? coerced, string path, List<InputProblem> problems) => coerced is string text ? new AnyId(text) : coerced;
}

/// <summary>A list, as an array or as the list type that the parameter names.</summary>
internal sealed class ListBinder<T>(InputBinder item, Type target) : InputBinder
{
    private readonly bool _asList = !target.IsAssignableFrom(typeof(T[])) || target == typeof(List<T>);

    public override object? Bind(object? coerced, string path, List<InputProblem> problems)
    {
        if (coerced is not object?[] items)
            return coerced;
        var result = new T[items.Length];
        for (var i = 0; i < items.Length; i++)
            result[i] = (T)item.Bind(items[i], $"{path}.{i}", problems)!;
        return _asList ? new List<T>(result) : result;
    }
}

/// <summary>A field that tells absent from null.</summary>
internal sealed class OptionalBinder<T>(InputBinder inner, bool mayBeNull) : InputBinder
{
    public override object? Bind(object? coerced, string path, List<InputProblem> problems)
    {
        if (coerced is Absent)
            return default(Optional<T>);
        if (coerced is not null)
            return new Optional<T>((T?)inner.Bind(coerced, path, problems));
        if (!mayBeNull)
            problems.Add(new InputProblem(path, "This may be left out, but not be null."));
        return new Optional<T>(default);
    }
}

/// <summary>An input record, made by its constructor and asked for its own rules.</summary>
internal sealed class RecordBinder(ConstructorInfo constructor) : InputBinder
{
    private readonly ConstructorInvoker _create = ConstructorInvoker.Create(constructor);
    private readonly List<(InputBinder Binder, string Name, object? Default)> _fields = [];

    public void Add(InputBinder binder, ParameterInfo parameter) => _fields.Add((binder, Naming.Field(parameter.Name!), DefaultOf(parameter)));

    /// <summary>What a parameter gets when the client gives nothing.</summary>
    public static object? DefaultOf(ParameterInfo parameter)
    {
        var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (value is not null)
            return type.IsEnum ? Enum.ToObject(type, value) : value;
        return parameter.ParameterType.IsValueType && type == parameter.ParameterType ? Activator.CreateInstance(type) : null;
    }

    public override object? Bind(object? coerced, string path, List<InputProblem> problems)
    {
        if (coerced is not InputObjectValue given)
            return coerced;
        var arguments = new object?[_fields.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (binder, name, fallback) = _fields[i];
            var value = binder.Bind(given.Values[i], $"{path}.{name}", problems);
            arguments[i] = value is Absent ? fallback : value;
        }

        var record = _create.Invoke(arguments.AsSpan());
        if (record is ICheckedInput input)
            problems.AddRange(input.Check().Select(problem => problem with { Path = $"{path}.{problem.Path}" }));
        return record;
    }
}
