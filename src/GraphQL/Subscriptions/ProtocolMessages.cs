namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>A message of the client.</summary>
internal sealed record ClientMessage(string Type, string? Id, ReadOnlyMemory<byte> Payload);

/// <summary>Reading and writing the messages of the graphql-transport-ws protocol.</summary>
internal static class ProtocolMessages
{
    // {"errors":[...]} is what refusals are; the protocol wants the array alone.
    private const int ErrorsPrefix = 10;

    public static readonly byte[] Ack = [.. "{\"type\":\"connection_ack\"}"u8];
    public static readonly byte[] Ping = [.. "{\"type\":\"ping\"}"u8];
    private static readonly byte[] PlainPong = [.. "{\"type\":\"pong\"}"u8];

    public static ClientMessage Read(byte[] message)
    {
        string? type = null, id = null;
        ReadOnlyMemory<byte> payload = default;
        try
        {
            var reader = new Utf8JsonReader(message);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Bad();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (name is "payload")
                    payload = Raw(ref reader, message);
                else if (name is "type" or "id" && reader.TokenType != JsonTokenType.String)
                    throw Bad();
                else if (name is "type")
                    type = reader.GetString();
                else if (name is "id")
                    id = reader.GetString();
                else
                    reader.Skip();
            }

            // The reader throws when anything but white space follows the object.
            reader.Read();
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            throw Bad();
        }

        return new ClientMessage(type ?? throw Bad(), id, payload);
    }

    public static byte[] Pong(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty ? PlainPong : [.. "{\"type\":\"pong\",\"payload\":"u8, .. payload.Span, (byte)'}'];

    public static byte[] Next(string id, ExecutionResult result) => Build("next", id, result.Body.Span);

    public static byte[] Error(string id, ExecutionResult refusal) => Build("error", id, refusal.Body.Span[ErrorsPrefix..^1]);

    public static byte[] Error(string id, string message, string code)
    {
        using var refusal = GraphQLExecutor.Refuse(ExecutionOutcome.OperationNotPermitted, [new GraphQLError(message) { Code = code }]);
        return Error(id, refusal);
    }

    public static byte[] Complete(string id) => Build("complete", id, default);

    private static byte[] Build(string type, string id, ReadOnlySpan<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>(payload.Length + 64);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("id"u8, id);
        if (!payload.IsEmpty)
        {
            writer.WritePropertyName("payload"u8);
            writer.WriteRawValue(payload, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader reader, byte[] message)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Bad();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return message.AsMemory(start..(int)reader.BytesConsumed);
    }

    private static SessionEndException Bad() => new(CloseCodes.BadMessage, "Invalid message received");
}
