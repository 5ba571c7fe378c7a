using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A CLR type that is a scalar.</summary>
/// <param name="Type">The GraphQL scalar.</param>
/// <param name="Format">The <see cref="LeafFormat{T}"/> that writes it; null for input only.</param>
internal sealed record ScalarEntry(ScalarType Type, LeafFormat? Format);

/// <summary>The scalars of code-first schemas. Each schema has its own instances, because a built schema freezes them.</summary>
internal sealed class ScalarCatalog
{
    private readonly Dictionary<Type, ScalarEntry> _entries = new()
    {
        [typeof(string)] = new(BuiltInScalars.String, new StringFormat()),
        [typeof(int)] = new(BuiltInScalars.Int, new Int32Format()),
        [typeof(double)] = new(BuiltInScalars.Float, new DoubleFormat()),
        [typeof(bool)] = new(BuiltInScalars.Boolean, new BooleanFormat()),
        [typeof(long)] = new(Create("Long", "A whole number of 64 bits.", new LongScalar()), new Int64Format()),
        [typeof(decimal)] = new(Create("Decimal", "An exact decimal number.", new DecimalScalar()), new DecimalFormat()),
        [typeof(Guid)] = new(Create("UUID", "A UUID in its 36-character form.", new UuidScalar()), new GuidFormat()),
        [typeof(DateTimeOffset)] = new(
            Create("DateTime", "An instant in RFC 3339 form; written in UTC with milliseconds, as in `2026-11-22T08:30:00.000Z`.", new DateTimeScalar()), new DateTimeFormat()),
        [typeof(DateOnly)] = new(Create("Date", "A calendar day, as in `2026-11-22`.", new DateScalar()), new DateFormat()),
        [typeof(JsonElement)] = new(Create("JSON", "Any JSON value.", new JsonScalar()), new JsonFormat()),
        [typeof(Upload)] = new(Create("Upload", "A file sent with a multipart request.", new UploadScalar()), null),
    };

    public ScalarEntry? Find(Type type) => _entries.GetValueOrDefault(type);

    private static ScalarType Create(string name, string description, ScalarCoercion coercion) =>
        new(name) { Description = description, Coercion = coercion };
}
