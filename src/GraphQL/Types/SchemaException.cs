namespace ServiceCrm.GraphQL.Types;

/// <summary>One mistake in a schema.</summary>
/// <param name="Coordinate">Where (spec section 3.14), or <c>schema</c>.</param>
/// <param name="Message">What is wrong, worded as graphql-js does where it has the same check.</param>
public sealed record SchemaError(string Coordinate, string Message)
{
    public override string ToString() => $"{Coordinate}: {Message}";
}

/// <summary>A schema cannot be built; <see cref="Errors"/> lists everything that is wrong with it.</summary>
public sealed class SchemaException : Exception
{
    public SchemaException(IReadOnlyList<SchemaError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>All mistakes, in the order of the schema.</summary>
    public IReadOnlyList<SchemaError> Errors { get; }
}
