using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.Types;

/// <summary>The scalars that every schema has (spec section 3.5). They are frozen and shared by all schemas.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The specification's own names.")]
public static class BuiltInScalars
{
    public static ScalarType String { get; } = Create(
        "String",
        "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.",
        new StringCoercion());

    public static ScalarType Int { get; } = Create(
        "Int",
        "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.",
        new IntCoercion());

    public static ScalarType Float { get; } = Create(
        "Float",
        "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
        new FloatCoercion());

    public static ScalarType Boolean { get; } = Create("Boolean", "The `Boolean` scalar type represents `true` or `false`.", new BooleanCoercion());

    public static ScalarType Id { get; } = Create(
        "ID",
        "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.",
        new IdCoercion());

    /// <summary>All five.</summary>
    public static ImmutableArray<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];

    /// <summary>The built-in scalar of that name, or null.</summary>
    public static ScalarType? Find(string name) => All.FirstOrDefault(scalar => string.Equals(scalar.Name, name, StringComparison.Ordinal));

    private static ScalarType Create(string name, string description, ScalarCoercion coercion)
    {
        var scalar = new ScalarType(name) { Description = description, Coercion = coercion, IsBuiltIn = true };
        scalar.Freeze();
        return scalar;
    }
}
