namespace ServiceCrm.GraphQL.Errors;

/// <summary>An error as the response shows it (spec section 7.1.5).</summary>
public sealed class GraphQLError(string message)
{
    /// <summary>For the developer of the client.</summary>
    public string Message { get; } = message;

    /// <summary>Places in the document; left out when empty.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>The place in the response; default when the error belongs to the whole request.</summary>
    public ImmutableArray<PathSegment> Path { get; init; }

    /// <summary>Written as <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Further entries of <c>extensions</c>: values that System.Text.Json can write.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>Writes the JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, Message);
        WriteLocations(writer);
        WritePath(writer);
        WriteExtensions(writer);
        writer.WriteEndObject();
    }

    public override string ToString() => Message;

    private void WriteLocations(Utf8JsonWriter writer)
    {
        if (Locations.IsDefaultOrEmpty)
            return;

        writer.WriteStartArray("locations"u8);
        foreach (var location in Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WritePath(Utf8JsonWriter writer)
    {
        if (Path.IsDefault)
            return;

        writer.WritePropertyName("path"u8);
        WritePath(writer, Path.AsSpan());
    }

    internal static void WritePath(Utf8JsonWriter writer, ReadOnlySpan<PathSegment> path)
    {
        writer.WriteStartArray();
        foreach (var segment in path)
        {
            if (segment.Name is null)
                writer.WriteNumberValue(segment.Index);
            else
                writer.WriteStringValue(segment.Name);
        }

        writer.WriteEndArray();
    }

    private void WriteExtensions(Utf8JsonWriter writer)
    {
        if (Code is null && Extensions is not { Count: > 0 })
            return;

        writer.WriteStartObject("extensions"u8);
        if (Code is not null)
            writer.WriteString("code"u8, Code);

        foreach (var (name, value) in Extensions ?? ImmutableDictionary<string, object?>.Empty)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value);
        }

        writer.WriteEndObject();
    }
}
