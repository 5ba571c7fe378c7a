namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Something a module declared cannot be; ends the work on that declaration only.</summary>
internal sealed class DeclarationException(string message) : Exception(message);

/// <summary>Collects all mistakes of a schema.</summary>
internal sealed class Mistakes
{
    private readonly List<SchemaMistake> _found = [];

    public IReadOnlyList<SchemaMistake> Found => _found;

    public void Add(string coordinate, string message, DeclaredAt? at) => _found.Add(new SchemaMistake(coordinate, message, at?.ToString() ?? string.Empty));

    /// <summary>Runs one declaration; a mistake in it is noted and the next one goes on.</summary>
    public void Try(string coordinate, DeclaredAt? at, Action declare)
    {
        try
        {
            declare();
        }
        catch (DeclarationException mistake)
        {
            Add(coordinate, mistake.Message, at);
        }
    }
}
