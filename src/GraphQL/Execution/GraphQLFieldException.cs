namespace ServiceCrm.GraphQL;

/// <summary>A mistake of the client at one field; message and code reach it as they are. Other exceptions go through the Host's error map.</summary>
public sealed class GraphQLFieldException : Exception
{
    public GraphQLFieldException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Written as <c>extensions.code</c>.</summary>
    public string Code { get; }
}
