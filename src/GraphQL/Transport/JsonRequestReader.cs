using System.IO.Pipelines;
using System.Text.Unicode;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>Finds the parts of a GraphQL request in JSON bytes. Query and variables stay slices of the bytes: no strings are made.</summary>
internal static class JsonRequestReader
{
    private const int HashLength = 64;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Reads a whole body as one block of memory. The pipe must not be advanced before the request is done with.</summary>
    public static async ValueTask<ReadOnlySequence<byte>> ReadBodyAsync(PipeReader body, int maxBytes, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            if (read.Buffer.Length > maxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                throw new RequestProblemException(RequestProblem.TooLarge, $"The request is larger than {maxBytes} bytes.");
            }

            if (read.IsCompleted)
                return read.Buffer;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Reads the JSON object of a request. Unknown keys are ignored (GraphQL over HTTP, request parameters).</summary>
    public static GraphQLRequest Read(ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, Upload>? files = null)
    {
        // The JSON reader takes any bytes within strings; whoever reads one later would fail there.
        if (!Utf8.IsValid(json.Span))
            throw new RequestProblemException(RequestProblem.NotJson, "The request is not valid UTF-8.");
        var parts = default(Parts);
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw IllFormed("The request must be a JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                parts.Read(ref reader, json);
            while (reader.Read())
            {
                // Only white space may follow; the reader throws at anything else.
            }
        }
        catch (JsonException)
        {
            throw new RequestProblemException(RequestProblem.NotJson, "The request is not valid JSON.");
        }

        return parts.HasQuery || parts.Hash is not null
            ? new GraphQLRequest
            {
                Query = parts.Query,
                QueryIsEscaped = true,
                DocumentHash = parts.Hash,
                IsAutomatic = parts.IsAutomatic,
                OperationId = parts.OperationId,
                OperationName = parts.OperationName,
                Variables = parts.Variables,
                Files = files,
            }
            : throw IllFormed("\"query\" is missing.");
    }

    /// <summary>A request of single texts, as GET sends them.</summary>
    public static GraphQLRequest Read(string? query, string? operationName, string? variables, string? extensions, string? documentId)
    {
        var hash = string.IsNullOrEmpty(documentId) ? null : HashOf(documentId);
        var (automatic, _) = ReadExtensions(CheckObject(extensions, "extensions"));
        if (string.IsNullOrEmpty(query) && hash is null && automatic is null)
            throw IllFormed("\"query\" is missing.");
        return new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query ?? string.Empty),
            DocumentHash = hash ?? automatic,
            IsAutomatic = hash is null && automatic is not null,
            OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
            Variables = CheckObject(variables, "variables"),
            OnlyQueries = true,
        };
    }

    /// <summary>A document id is <c>sha256:</c> and the hash; Relay's <c>doc_id</c> may be the hash alone.</summary>
    private static string HashOf(string id)
    {
        var hash = id.StartsWith(TrustedDocuments.Prefix, StringComparison.Ordinal) ? id.AsSpan(TrustedDocuments.Prefix.Length) : id;
        return hash.Length == HashLength && !hash.ContainsAnyExcept(Hex) ? hash.ToString().ToLowerInvariant() : throw IllFormed("A document id is \"sha256:\" and 64 hexadecimal digits.");
    }

    /// <summary>What of the extensions means something here: Apollo's hash, and graphql-sse's operation id.</summary>
    private static (string? AutomaticHash, string? OperationId) ReadExtensions(ReadOnlyMemory<byte> extensions)
    {
        if (extensions.Span.IndexOf("persistedQuery"u8) < 0 && extensions.Span.IndexOf("operationId"u8) < 0)
            return default;
        using var document = JsonDocument.Parse(extensions);
        var id = document.RootElement.TryGetProperty("operationId", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        if (!document.RootElement.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind == JsonValueKind.Null)
            return (null, id);
        return persisted.ValueKind == JsonValueKind.Object && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? (HashOf(hash.GetString()!), id)
            : throw IllFormed("\"persistedQuery\" needs \"sha256Hash\".");
    }

    private static RequestProblemException IllFormed(string message) => new(RequestProblem.IllFormed, message);

    private static byte[] CheckObject(string? json, string name)
    {
        if (string.IsNullOrEmpty(json) || json is "null")
            return [];
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? bytes : throw IllFormed($"\"{name}\" must be an object.");
        }
        catch (JsonException)
        {
            throw new RequestProblemException(RequestProblem.NotJson, $"\"{name}\" is not valid JSON.");
        }
    }

    private ref struct Parts
    {
        public ReadOnlyMemory<byte> Query;
        public ReadOnlyMemory<byte> Variables;
        public string? OperationName;
        public string? Hash;
        public string? OperationId;
        public bool HasQuery;
        public bool IsAutomatic;

        public void Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
        {
            if (reader.ValueTextEquals("query"u8))
                ReadQuery(ref reader, json);
            else if (reader.ValueTextEquals("variables"u8))
                Variables = ReadObject(ref reader, json, "variables");
            else if (reader.ValueTextEquals("extensions"u8))
                TakeExtensions(ReadObject(ref reader, json, "extensions"));
            else if (reader.ValueTextEquals("documentId"u8) || reader.ValueTextEquals("doc_id"u8))
                ReadDocumentId(ref reader);
            else if (reader.ValueTextEquals("operationName"u8))
                ReadName(ref reader);
            else
                reader.Skip();
        }

        private void ReadQuery(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw IllFormed("\"query\" must be a string.");
            Query = json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            HasQuery = true;
        }

        private void ReadDocumentId(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                throw IllFormed("\"documentId\" must be a string.");
            if (reader.GetString() is { } id)
                (Hash, IsAutomatic) = (HashOf(id), false);
        }

        private void TakeExtensions(ReadOnlyMemory<byte> extensions)
        {
            (var hash, OperationId) = ReadExtensions(extensions);
            if (Hash is null && hash is not null)
                (Hash, IsAutomatic) = (hash, true);
        }

        private void ReadName(ref Utf8JsonReader reader)
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                throw IllFormed("\"operationName\" must be a string.");
            OperationName = reader.GetString();
        }

        private static ReadOnlyMemory<byte> ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string name)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                return default;
            if (reader.TokenType != JsonTokenType.StartObject)
                throw IllFormed($"\"{name}\" must be an object.");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            return json[start..(int)reader.BytesConsumed];
        }
    }
}
