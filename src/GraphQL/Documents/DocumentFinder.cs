using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.Documents;

/// <summary>From what a request says of its document to the document: trusted, registered by a client, or sent.</summary>
internal sealed class DocumentFinder(ExecutionOptions options)
{
    private readonly AutomaticDocuments _automatic = new(options.AutomaticDocumentBytes);

    /// <summary>The text to run, or why there is none. Sent texts come back as they are, still escaped.</summary>
    /// <param name="request">What the client sent.</param>
    /// <param name="isTrusted">Whether the text was known before the server started.</param>
    /// <param name="refusal">Set when nothing is returned.</param>
    public ReadOnlyMemory<byte>? Find(GraphQLRequest request, out bool isTrusted, out PlanEntry? refusal)
    {
        (isTrusted, refusal) = (false, null);
        if (request.DocumentHash is not { } hash)
        {
            if (!options.OnlyTrustedDocuments)
                return request.Query;
            refusal = Refuse("DOCUMENT_NOT_TRUSTED", "Only documents known to the server may run here: send a documentId.");
            return null;
        }

        if (options.TrustedDocuments.Find(hash) is { } trusted)
        {
            isTrusted = true;
            return trusted;
        }

        if (!request.IsAutomatic || options.OnlyTrustedDocuments)
            refusal = Refuse("DOCUMENT_NOT_FOUND", "There is no document with this id.");
        else if (!_automatic.IsOn && !request.Query.IsEmpty)
            return DocumentCompiler.TextOf(request.Query, request.QueryIsEscaped);
        else if (!_automatic.IsOn)
            refusal = Refuse("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
        else if (request.Query.IsEmpty)
            return _automatic.Find(hash) is { } known ? known : Missing(out refusal);
        else
            return Register(request, hash, out refusal);
        return null;
    }

    private static ReadOnlyMemory<byte>? Missing(out PlanEntry? refusal)
    {
        refusal = Refuse("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
        return null;
    }

    private ReadOnlyMemory<byte>? Register(GraphQLRequest request, string hash, out PlanEntry? refusal)
    {
        refusal = null;
        var text = DocumentCompiler.TextOf(request.Query, request.QueryIsEscaped);
        if (TrustedDocuments.HashOf(text) != hash)
        {
            refusal = Refuse("PERSISTED_QUERY_MISMATCH", "The document has another SHA-256 than the request says.");
            return null;
        }

        _automatic.Keep(hash, text);
        return text;
    }

    private static PlanEntry Refuse(string code, string message) =>
        new() { Refusal = ExecutionOutcome.DocumentUnknown, Errors = [new GraphQLError(message) { Code = code }] };
}
