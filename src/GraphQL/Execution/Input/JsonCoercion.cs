using ServiceCrm.GraphQL.Types.Scalars;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Input coercion of the JSON of one variable, straight from the reader; mistakes are collected and worded as graphql-js does.</summary>
internal sealed class JsonCoercion(string variable, IReadOnlyDictionary<string, Upload>? files, bool suggests, Func<string, bool> report)
{
    /// <summary>Values are shown whole up to here, in bytes: hostile variables must not make errors much larger than themselves.</summary>
    private const int MaxShown = 10_000;

    private readonly List<object> _path = [];

    // Enough mistakes are reported; what is left is read over.
    private bool _isFull;

    /// <summary>Reads the value at which the reader stands, and leaves the reader at its last token.</summary>
    public object? Read(ref Utf8JsonReader reader, GraphQLType type)
    {
        if (_isFull)
        {
            reader.Skip();
            return null;
        }

        if (reader.TokenType == JsonTokenType.Null)
            return ReadNull(type);
        return type.Nullable switch
        {
            ListType list => ReadList(ref reader, list),
            InputObjectType input => ReadObject(ref reader, input),
            EnumType values => ReadEnum(ref reader, values),
            ScalarType scalar => ReadScalar(ref reader, scalar),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    private Upload? ReadNull(GraphQLType type)
    {
        if (files is not null && files.TryGetValue(FilePath(), out var file))
            return file;
        if (type.IsNonNull)
            Report($"Expected value of non-null type \"{type}\" not to be null.");
        return null;
    }

    private object?[] ReadList(ref Utf8JsonReader reader, ListType type)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return [Read(ref reader, type.ItemType)];
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _path.Add(items.Count);
            items.Add(Read(ref reader, type.ItemType));
            _path.RemoveAt(_path.Count - 1);
        }

        return [.. items];
    }

    private InputObjectValue? ReadObject(ref Utf8JsonReader reader, InputObjectType type)
    {
        var start = reader;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {Inspect(ref reader)}.");
            return null;
        }

        var values = new object?[type.Fields.Count];
        Array.Fill(values, Absent.Value);
        List<string>? unknown = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, type, values, ref unknown);
        Complete(start, type, values, unknown);
        return new InputObjectValue(type, values);
    }

    private void ReadField(ref Utf8JsonReader reader, InputObjectType type, object?[] values, ref List<string>? unknown)
    {
        var at = IndexOf(ref reader, type.Fields);
        if (at < 0)
        {
            (unknown ??= []).Add(reader.GetString()!);
            reader.Read();
            reader.Skip();
            return;
        }

        reader.Read();
        _path.Add(type.Fields[at].Name);
        values[at] = Read(ref reader, type.Fields[at].Type);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Complete(Utf8JsonReader start, InputObjectType type, object?[] values, List<string>? unknown)
    {
        string? shown = null;
        var given = values.Count(value => value is not Absent);
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (values[i] is not Absent)
                continue;
            values[i] = LiteralCoercion.DefaultOf(field);
            if (values[i] is Absent && field.Type.IsNonNull)
                Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {shown ??= Inspect(start)}.");
        }

        foreach (var name in unknown ?? [])
        {
            if (_isFull)
                return;
            var hint = suggests ? Suggestions.DidYouMean(Suggestions.For(name, type.Fields.Names)) : string.Empty;
            Report($"Expected value of type \"{type}\" not to include unknown field \"{name}\"{(hint.Length > 0 ? $".{hint} Found" : ", found")}: {shown ??= Inspect(start)}.");
        }

        if (type.IsOneOf && (given != 1 || values.Contains(null)))
            Report($"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.");
    }

    private object? ReadEnum(ref Utf8JsonReader reader, EnumType type)
    {
        if (reader.TokenType == JsonTokenType.String && TryGetText(ref reader, out var name))
        {
            if (type.Values.TryGet(name, out var value))
                return value.Value;
            var hint = suggests ? Suggestions.DidYouMean(Suggestions.For(name, type.Values.Names), "the enum value") : string.Empty;
            Report($"Value \"{name}\" does not exist in \"{type.Name}\" enum.{hint}");
            return null;
        }

        Report($"Enum \"{type.Name}\" cannot represent non-string value: {Inspect(ref reader)}.");
        return null;
    }

    private object? ReadScalar(ref Utf8JsonReader reader, ScalarType type)
    {
        if (reader.TokenType == JsonTokenType.String && !TryGetText(ref reader, out _))
            return null;
        if (!type.Coercion.TryReadBoxedJson(ref reader, out var value, out var error))
            Report(error);
        else if (TextRules.Check(value) is { } problem)
            Report(problem);
        return value;
    }

    // An escaped lone surrogate is well-formed JSON, but no text.
    private bool TryGetText(ref Utf8JsonReader reader, out string text)
    {
        text = string.Empty;
        if (!reader.ValueIsEscaped)
        {
            text = reader.GetString()!;
            return true;
        }

        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            Report("Text must not contain a lone surrogate.");
            return false;
        }
    }

    private static int IndexOf(ref Utf8JsonReader reader, MemberList<InputField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (reader.ValueTextEquals(fields[i].Name))
                return i;
        }

        return -1;
    }

    private static string Inspect(ref Utf8JsonReader reader)
    {
        var shown = Inspect(reader);
        reader.Skip();
        return shown;
    }

    private static string Inspect(Utf8JsonReader start)
    {
        var rest = start;
        while (rest.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) || rest.CurrentDepth > start.CurrentDepth)
        {
            if (rest.BytesConsumed - start.BytesConsumed > MaxShown)
                return start.TokenType == JsonTokenType.StartObject ? "[Object]" : "[Array]";
            if (start.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || !rest.Read())
                break;
        }

        return EcmaScript.Inspect(JsonElement.ParseValue(ref start));
    }

    private void Report(string message)
    {
        var path = string.Concat(_path.Select(segment => segment is int index ? $"[{index}]" : $".{segment}"));
        _isFull |= !report($"Variable \"${variable}\" has invalid value{(path.Length > 0 ? " at " : string.Empty)}{path}: {message}");
    }

    private string FilePath() => string.Join('.', _path.Prepend(variable).Prepend("variables"));
}
