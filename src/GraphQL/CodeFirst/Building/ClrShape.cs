using System.Reflection;

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

    public static ClrShape Of(ParameterInfo parameter)
    {
        lock (Gate)
            return Of(Context.Create(parameter), write: parameter.Position >= 0);
    }

    public static ClrShape Of(PropertyInfo property)
    {
        lock (Gate)
            return Of(Context.Create(property), write: false);
    }

    public static ClrShape Of(FieldInfo field)
    {
        lock (Gate)
            return Of(Context.Create(field), write: false);
    }

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
        var returned = Of(getter.Method.ReturnParameter);
        if (returned.Type.IsValueType || IsAnnotated(getter.Method.ReturnParameter))
            return returned;
        return MemberRead(getter.Method) switch
        {
            // A conversion to a wider type leaves no trace in the code; the lambda's own type then decides.
            MethodInfo method when Property(method) is { } property && property.PropertyType == returned.Type => Of(property),
            FieldInfo field when field.FieldType == returned.Type => Of(field),
            _ => returned,
        };
    }

    private static bool IsAnnotated(ParameterInfo parameter)
    {
        lock (Gate)
            return Context.Create(parameter).ReadState != NullabilityState.Unknown;
    }

    // A lambda x => x.Member is: load argument, call getter or load field, return.
    private static MemberInfo? MemberRead(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not [var load, var code, var b0, var b1, var b2, var b3, 0x2A] || load is not (0x02 or 0x03))
            return null;
        var token = b0 | (b1 << 8) | (b2 << 16) | (b3 << 24);
        return code switch
        {
            0x28 or 0x6F => method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), method.GetGenericArguments()),
            0x7B => method.Module.ResolveField(token, method.DeclaringType?.GetGenericArguments(), method.GetGenericArguments()),
            _ => null,
        };
    }

    private static PropertyInfo? Property(MethodInfo getter) => getter.DeclaringType?
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .FirstOrDefault(property => property.GetMethod?.MetadataToken == getter.MetadataToken);

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
