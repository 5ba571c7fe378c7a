using System.Reflection;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A CLR type with its nullability, also that of its type arguments: what C# says about a value.</summary>
/// <param name="Type">The type; for a nullable value type the type inside.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Arguments">Generic arguments, or the element of an array.</param>
internal sealed record ClrShape(Type Type, bool IsNullable, IReadOnlyList<ClrShape> Arguments)
{
    private static readonly NullabilityInfoContext Context = new();
    private static readonly Lock Gate = new();

    /// <summary>The type as it stands in signatures.</summary>
    public Type DeclaredType => IsNullable && Type.IsValueType ? typeof(Nullable<>).MakeGenericType(Type) : Type;

    public static ClrShape Of(ParameterInfo parameter) =>
        IsPlain(parameter.ParameterType) ? Of(parameter.ParameterType) : Of(Locked(() => Context.Create(parameter)), write: parameter.Position >= 0);

    public static ClrShape Of(PropertyInfo property) =>
        IsPlain(property.PropertyType) ? Of(property.PropertyType) : Of(Locked(() => Context.Create(property)), write: false);

    public static ClrShape Of(FieldInfo field) => Of(Locked(() => Context.Create(field)), write: false);

    /// <summary>A type nobody has annotated: reference types count as never null.</summary>
    public static ClrShape Of(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var bare = inner ?? type;
        var arguments = bare.IsArray ? [bare.GetElementType()!] : bare.GetGenericArguments();
        return new ClrShape(bare, inner is not null, [.. arguments.Select(Of)]);
    }

    /// <summary>The same with another nullability at the top.</summary>
    public ClrShape With(bool isNullable) => this with { IsNullable = isNullable };

    /// <summary>What a getter returns. The compiler keeps no annotation of a lambda, so the member it reads is asked.</summary>
    public static ClrShape OfGetter(Delegate getter)
    {
        var parameter = getter.Method.ReturnParameter;
        // A conversion to a wider type leaves no trace in the code; the lambda's own type then decides.
        return GetterProperty.MemberOf(getter.Method) switch
        {
            _ when parameter.ParameterType.IsValueType || IsAnnotated(parameter) => Of(parameter),
            PropertyInfo property when property.PropertyType == parameter.ParameterType => Of(property),
            FieldInfo field when field.FieldType == parameter.ParameterType => Of(field),
            _ => Of(parameter),
        };
    }

    private static bool IsAnnotated(ParameterInfo parameter) => Locked(() => Context.Create(parameter)).ReadState != NullabilityState.Unknown;

    // Of value types without type arguments the type says everything; reading annotations is slow.
    private static bool IsPlain(Type type) => type is { IsValueType: true, IsGenericType: false };

    private static NullabilityInfo Locked(Func<NullabilityInfo> read)
    {
        lock (Gate)
            return read();
    }

    private static ClrShape Of(NullabilityInfo info, bool write)
    {
        var inner = Nullable.GetUnderlyingType(info.Type);
        var state = write ? info.WriteState : info.ReadState;
        IReadOnlyList<ClrShape> arguments = info.ElementType is not null ? [Of(info.ElementType, write)]
            : inner is not null ? [.. inner.GetGenericArguments().Select(Of)]
            : [.. info.GenericTypeArguments.Select(argument => Of(argument, write))];
        return new ClrShape(inner ?? info.Type, inner is not null || (!info.Type.IsValueType && state == NullabilityState.Nullable), arguments);
    }
}
