using System.Text;
using System.Text.Json;

namespace ServiceCrm.Customers;

/// <summary>
/// The values of a customer's custom fields by key: text, number, boolean; dates as ISO text. Immutable; equal when the
/// JSON is.
/// </summary>
internal sealed class CustomValues : IEquatable<CustomValues>
{
    public static readonly CustomValues None = new(new SortedDictionary<string, object>(StringComparer.Ordinal));

    private readonly SortedDictionary<string, object> _values;
    private string? _json;

    private CustomValues(SortedDictionary<string, object> values) => _values = values;

    public IReadOnlyCollection<string> Keys => _values.Keys;

    public object? this[string key] => _values.GetValueOrDefault(key);

    public static CustomValues Parse(string json)
    {
        if (json.Length <= 2)
        {
            return None;
        }

        using var document = JsonDocument.Parse(json);
        var values = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            values[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.Number => member.Value.GetDecimal(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => member.Value.GetString()!,
            };
        }

        return new CustomValues(values) { _json = json };
    }

    /// <summary>The same values with some replaced; null takes a value away.</summary>
    public CustomValues With(IReadOnlyCollection<KeyValuePair<string, object?>> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var values = new SortedDictionary<string, object>(_values, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                values.Remove(key);
            }
            else
            {
                values[key] = value;
            }
        }

        return new CustomValues(values);
    }

    public string ToJson() => _json ??= Write();

    public bool Equals(CustomValues? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    public override bool Equals(object? obj) => Equals(obj as CustomValues);

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToJson();

    private string Write()
    {
        if (_values.Count == 0)
        {
            return "{}";
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in _values)
            {
                WriteValue(writer, key, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, string key, object value)
    {
        switch (value)
        {
            case decimal number: writer.WriteNumber(key, number); break;
            case bool flag: writer.WriteBoolean(key, flag); break;
            default: writer.WriteString(key, (string)value); break;
        }
    }
}
