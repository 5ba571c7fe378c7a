namespace ServiceCrm.GraphQL;

/// <summary>One request. The bytes stay owned by the caller and must live until the answer is complete.</summary>
public sealed class GraphQLRequest
{
    /// <summary>The document as UTF-8; JSON-escaped when <see cref="QueryIsEscaped"/>.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>True when <see cref="Query"/> is the raw inside of a JSON string, which is also the key of the plan cache.</summary>
    public bool QueryIsEscaped { get; init; }

    /// <summary>The lower-case hex SHA-256 by which the client names the document; <see cref="Query"/> is empty then, or sent to be registered.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Whether the hash came as Apollo's automatic persisted queries send it, who send the text when the hash is unknown.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The name of the operation on a stream that carries several (graphql-sse, single connection mode).</summary>
    public string? OperationId { get; init; }

    /// <summary>Which operation of the document to run.</summary>
    public string? OperationName { get; init; }

    /// <summary>The JSON object of the variables; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>Files of a multipart request by the path they stand at, as in <c>variables.input.file</c>.</summary>
    public IReadOnlyDictionary<string, Upload>? Files { get; init; }

    /// <summary>True for GET: only queries may run.</summary>
    public bool OnlyQueries { get; init; }

    /// <summary>Whether the answer tells in <c>extensions.cost</c> what the operation costs.</summary>
    public bool ReportsCost { get; set; }

    /// <summary>Whether the client takes the answer in parts, should the document ask for it with <c>@defer</c> or <c>@stream</c>.</summary>
    public bool AcceptsIncremental { get; set; }

    /// <summary>A request of texts, for tests and in-process callers.</summary>
    public static GraphQLRequest Of(string query, string? variablesJson = null, string? operationName = null) => new()
    {
        Query = System.Text.Encoding.UTF8.GetBytes(query),
        Variables = variablesJson is null ? default : System.Text.Encoding.UTF8.GetBytes(variablesJson),
        OperationName = operationName,
    };
}
