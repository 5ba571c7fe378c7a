namespace ServiceCrm.GraphQL;

/// <summary>A mistake in the declaration of a schema.</summary>
/// <param name="Coordinate">The schema coordinate, as in <c>Ticket.customer</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="DeclaredAt">File and line of the declaration, or empty.</param>
public sealed record SchemaMistake(string Coordinate, string Message, string DeclaredAt);

/// <summary>The schema cannot be built; all mistakes at once.</summary>
public sealed class SchemaMistakesException : Exception
{
    public SchemaMistakesException(IReadOnlyList<SchemaMistake> mistakes)
        : base(string.Join(Environment.NewLine, mistakes.Select(mistake => $"{mistake.Coordinate}: {mistake.Message} ({mistake.DeclaredAt})"))) => Mistakes = mistakes;

    /// <summary>Each mistake.</summary>
    public IReadOnlyList<SchemaMistake> Mistakes { get; }
}
