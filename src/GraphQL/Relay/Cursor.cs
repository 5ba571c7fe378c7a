using System.Buffers.Text;

namespace ServiceCrm.GraphQL;

/// <summary>
/// Opaque, URL-safe keyset cursors: the sort key and the id of a row, as one string. A client can neither read meaning into one nor send
/// another that is taken for it: what does not decode to the expected types is refused with code INVALID_CURSOR.
/// </summary>
public static class Cursor
{
    private const string InvalidCode = "INVALID_CURSOR";

    /// <summary>The cursor of a row: strings, numbers, booleans, GUIDs, instants, dates or null.</summary>
    public static string Of(params object?[] values)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var value in values)
                WriteValue(writer, value);
            writer.WriteEndArray();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>Reads a cursor of one value.</summary>
    public static T1 Read<T1>(string cursor)
    {
        var values = Decode(cursor, 1);
        return As<T1>(values[0]);
    }

    /// <summary>Reads a cursor of two values, usually sort key and id.</summary>
    public static (T1 First, T2 Second) Read<T1, T2>(string cursor)
    {
        var values = Decode(cursor, 2);
        return (As<T1>(values[0]), As<T2>(values[1]));
    }

    /// <summary>Reads a cursor of three values.</summary>
    public static (T1 First, T2 Second, T3 Third) Read<T1, T2, T3>(string cursor)
    {
        var values = Decode(cursor, 3);
        return (As<T1>(values[0]), As<T2>(values[1]), As<T3>(values[2]));
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case Guid id: writer.WriteStringValue(id); break;
            case DateTimeOffset instant: writer.WriteNumberValue(instant.UtcTicks); break;
            case DateOnly date: writer.WriteNumberValue(date.DayNumber); break;
            default: throw new ArgumentException($"A cursor cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static JsonElement[] Decode(string cursor, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            if (document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.GetArrayLength() == count)
                return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
        }
        catch (FormatException)
        {
            // Not Base64: answered below like every other string that is no cursor.
        }
        catch (JsonException)
        {
            // Not ours: answered below.
        }

        throw Invalid();
    }

    private static T As<T>(JsonElement value)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (value.ValueKind == JsonValueKind.Null)
            return default(T) is null ? default! : throw Invalid();
        object? result = type switch
        {
            _ when type == typeof(string) && value.ValueKind == JsonValueKind.String => value.GetString(),
            _ when type == typeof(bool) && value.ValueKind is JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ when type == typeof(Guid) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) => id,
            _ when value.ValueKind == JsonValueKind.Number => Number(value, type),
            _ => null,
        };
        return result is T typed ? typed : throw Invalid();
    }

    private static object? Number(JsonElement value, Type type) => type switch
    {
        _ when type == typeof(int) && value.TryGetInt32(out var number) => number,
        _ when type == typeof(long) && value.TryGetInt64(out var number) => number,
        _ when type == typeof(decimal) && value.TryGetDecimal(out var number) => number,
        _ when type == typeof(double) && value.TryGetDouble(out var number) => number,
        _ when type == typeof(DateTimeOffset) && value.TryGetInt64(out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            => new DateTimeOffset(ticks, TimeSpan.Zero),
        _ when type == typeof(DateOnly) && value.TryGetInt32(out var day) && day >= 0 && day <= DateOnly.MaxValue.DayNumber
            => DateOnly.FromDayNumber(day),
        _ => null,
    };

    private static GraphQLFieldException Invalid() => new(InvalidCode, "The cursor is not one that this list has given.");
}
