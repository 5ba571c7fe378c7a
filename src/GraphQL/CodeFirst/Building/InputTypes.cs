using System.Reflection;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A CLR type as input.</summary>
/// <param name="Type">The GraphQL type.</param>
/// <param name="Binder">Makes the CLR value.</param>
internal sealed record InputType(GraphQLType Type, InputBinder Binder);

/// <summary>Finds the GraphQL type and the binder of what resolvers and input records take.</summary>
internal sealed class InputTypes(TypeRegistry registry)
{
    private readonly Dictionary<Type, (InputObjectType Type, RecordBinder Binder)> _records = [];

    /// <summary>The input type of a CLR type; null when it can be none.</summary>
    public InputType? Find(ClrShape shape)
    {
        var nullable = shape.IsNullable;
        if (IsOptional(shape.Type))
            return Optional(shape);
        if (registry.Scalars.Find(shape.Type) is { } scalar)
            return new(Wrap(scalar.Type, nullable), PlainBinder.Instance);
        if (registry.GlobalId(shape.Type) is { } id)
            return new(Wrap(BuiltInScalars.Id, nullable), (InputBinder)Generic.New(typeof(IdBinder<>), [shape.Type], id.TypeName, id.FromGuid));
        if (shape.Type == typeof(AnyId))
            return new(Wrap(BuiltInScalars.Id, nullable), AnyIdBinder.Instance);
        if (shape.Type.IsEnum)
            return new(Wrap(registry.Enum(shape.Type), nullable), PlainBinder.Instance);
        if (ListItem(shape) is { } item)
            return Find(item) is { } inner ? new(Wrap(inner.Type.List(), nullable), (InputBinder)Generic.New(typeof(ListBinder<>), [item.DeclaredType], inner.Binder, shape.Type)) : null;
        return Naming.IsInput(shape.Type) && shape.Type.GetConstructors().Length > 0 ? new(Wrap(Record(shape.Type).Type, nullable), Record(shape.Type).Binder) : null;
    }

    /// <summary>A C# default as the default of an argument or input field; null when it has none that GraphQL can show.</summary>
    public ValueNode? DefaultOf(ParameterInfo parameter) => !parameter.HasDefaultValue || parameter.DefaultValue is not { } value ? null : value switch
    {
        bool flag => new BooleanValueNode(default, flag),
        int or long => new IntValueNode(default, Invariant(value)),
        double or decimal => new FloatValueNode(default, Invariant(value)),
        string text => new StringValueNode(default, text, IsBlock: false),
        _ when EnumOf(parameter) is { } type => new EnumValueNode(default, registry.Enum(type).FindByValue(Enum.ToObject(type, value))!.Name),
        _ => null,
    };

    private static string Invariant(object value) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}");

    private static Type? EnumOf(ParameterInfo parameter)
    {
        var type = System.Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum ? type : null;
    }

    private InputType? Optional(ClrShape shape)
    {
        var value = shape.Arguments[0];
        return Find(value) is { } inner
            ? new(inner.Type.Nullable, (InputBinder)Generic.New(typeof(OptionalBinder<>), [value.DeclaredType], inner.Binder, value.IsNullable))
            : null;
    }

    private (InputObjectType Type, RecordBinder Binder) Record(Type type)
    {
        if (_records.TryGetValue(type, out var known))
            return known;
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var input = registry.Add(new InputObjectType(type.Name));
        var binder = new RecordBinder(constructor);
        _records[type] = (input, binder);
        foreach (var parameter in constructor.GetParameters())
            binder.Add(AddField(input, type, parameter), parameter);
        return (input, binder);
    }

    private InputBinder AddField(InputObjectType input, Type type, ParameterInfo parameter)
    {
        var field = Find(ClrShape.Of(parameter))
            ?? throw new DeclarationException($"{type.Name}.{parameter.Name} is a {parameter.ParameterType.Name}, which is no input type (input records end in Input, Filter or Order).");
        var name = Naming.Field(parameter.Name!);
        var defaultValue = DefaultOf(parameter);
        var isOptional = parameter.HasDefaultValue && defaultValue is null;
        input.Fields.Add(new InputField(name, isOptional ? field.Type.Nullable : field.Type) { DefaultValue = defaultValue });
        return field.Binder;
    }

    private static ClrShape? ListItem(ClrShape shape)
    {
        if (shape.Type.IsArray)
            return shape.Arguments[0];
        return shape.Type.IsGenericType && shape.Arguments.Count == 1
            && shape.Type.IsAssignableFrom(typeof(List<>).MakeGenericType(shape.Type.GetGenericArguments()))
            ? shape.Arguments[0]
            : null;
    }

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static GraphQLType Wrap(GraphQLType type, bool nullable) => nullable ? type : type.NonNull();
}
