namespace ServiceCrm.GraphQL.Types.Scalars;

/// <summary>Shows values in messages as graphql-js does, which is what client developers search for.</summary>
public static class EcmaScript
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    /// <summary>A number as ECMAScript converts it to a string (ECMA-262, Number::toString).</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

        if (value == 0)
            return "0";

        // .NET gives the same shortest digits, only laid out by other rules.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var allDigits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = allDigits.TrimStart('0');
        var exponent = (point < 0 ? mantissa.Length : point) + power - (allDigits.Length - digits.Length);
        digits = digits.TrimEnd('0');
        return (value < 0 ? "-" : string.Empty) + LayOut(digits, exponent);
    }

    /// <summary>A JSON value on one line, shortened: ten items, two levels.</summary>
    public static string Inspect(JsonElement value) => Inspect(value, 0);

    /// <summary>What a resolver gave: texts in quotes, numbers as ECMAScript, anything else by its own text.</summary>
    public static string Inspect(object value) => value switch
    {
        JsonElement json => Inspect(json, 0),
        string text => QuoteJson(text),
        bool boolean => boolean ? "true" : "false",
        double number => Format(number),
        float number => Format(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? value.GetType().Name,
    };

    private static string LayOut(string digits, int exponent)
    {
        var count = digits.Length;
        if (exponent is > 0 and <= 21)
            return count <= exponent ? digits + new string('0', exponent - count) : digits[..exponent] + "." + digits[exponent..];

        if (exponent is > -6 and <= 0)
            return "0." + new string('0', -exponent) + digits;

        var power = exponent - 1;
        var sign = power < 0 ? "-" : "+";
        var fraction = count == 1 ? string.Empty : "." + digits[1..];
        return digits[..1] + fraction + "e" + sign + Math.Abs(power).ToString(CultureInfo.InvariantCulture);
    }

    private static string Inspect(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => QuoteJson(value.GetString() ?? string.Empty),
        JsonValueKind.Number => Format(value.GetDouble()),
        JsonValueKind.Array => InspectArray(value, depth),
        JsonValueKind.Object => InspectObject(value, depth),
        JsonValueKind.Undefined => "undefined",
        _ => value.GetRawText(),
    };

    private static string InspectArray(JsonElement array, int depth)
    {
        var length = array.GetArrayLength();
        if (length == 0 || depth >= MaxDepth)
            return length == 0 ? "[]" : "[Array]";

        var items = array.EnumerateArray().Take(MaxItems).Select(item => Inspect(item, depth + 1)).ToList();
        if (length > MaxItems)
            items.Add(length == MaxItems + 1 ? "... 1 more item" : $"... {length - MaxItems} more items");

        return "[" + string.Join(", ", items) + "]";
    }

    private static string InspectObject(JsonElement value, int depth)
    {
        var properties = value.EnumerateObject().ToList();
        return properties.Count == 0 ? "{}"
            : depth >= MaxDepth ? "[Object]"
            : "{ " + string.Join(", ", properties.Select(property => property.Name + ": " + Inspect(property.Value, depth + 1))) + " }";
    }

    private static string QuoteJson(string text)
    {
        var result = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}
