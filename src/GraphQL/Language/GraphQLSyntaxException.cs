namespace ServiceCrm.GraphQL.Language;

/// <summary>The document is not GraphQL, or larger than the parser's limits allow. <see cref="Error"/> is what the client sees.</summary>
public sealed class GraphQLSyntaxException : Exception
{
    internal GraphQLSyntaxException(SourceText source, int offset, string message)
        : base("Syntax Error: " + message)
    {
        Error = new GraphQLError(Message) { Locations = [source.GetLocation(offset)], Code = ErrorCodes.ParseFailed };
    }

    /// <summary>Message, one location, code <see cref="ErrorCodes.ParseFailed"/>.</summary>
    public GraphQLError Error { get; }
}
