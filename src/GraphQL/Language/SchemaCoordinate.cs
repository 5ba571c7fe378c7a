namespace ServiceCrm.GraphQL.Language;

/// <summary>
/// Names one element of a schema: <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c> (spec section 3.14, September 2025).
/// </summary>
/// <param name="Name">The type or, with <paramref name="IsDirective"/>, the directive.</param>
/// <param name="Member">A field, input field or enum value.</param>
/// <param name="Argument">An argument of the member or directive.</param>
/// <param name="IsDirective">Whether the coordinate starts with <c>@</c>.</param>
public sealed record SchemaCoordinate(string Name, string? Member = null, string? Argument = null, bool IsDirective = false)
{
    /// <summary>Reads a coordinate; white space is not allowed in it.</summary>
    /// <exception cref="GraphQLSyntaxException">It is none.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        var reader = new Reader(new SourceText(text, "Schema coordinate"));
        var isDirective = reader.Skip('@');
        var name = reader.ReadName();
        var member = !isDirective && reader.Skip('.') ? reader.ReadName() : null;
        string? argument = null;
        if ((isDirective || member is not null) && reader.Skip('('))
        {
            argument = reader.ReadName();
            reader.Expect(':');
            reader.Expect(')');
        }

        reader.ExpectEnd();
        return new SchemaCoordinate(name, member, argument, isDirective);
    }

    public override string ToString() =>
        $"{(IsDirective ? "@" : null)}{Name}{(Member is null ? null : "." + Member)}{(Argument is null ? null : $"({Argument}:)")}";

    private ref struct Reader(SourceText source)
    {
        private int _position;

        public bool Skip(char punctuator)
        {
            if (_position >= source.Length || source.Utf8[_position] != punctuator)
                return false;

            _position++;
            return true;
        }

        public void Expect(char punctuator)
        {
            if (!Skip(punctuator))
                throw Expected($"\"{punctuator}\"");
        }

        public readonly void ExpectEnd()
        {
            if (_position < source.Length)
                throw Expected("<EOF>");
        }

        public string ReadName()
        {
            var start = _position;
            _position += NameLength();
            return _position > start ? source.GetText(new Location(start, _position)) : throw Expected("Name");
        }

        private readonly int NameLength()
        {
            var rest = source.Utf8[_position..];
            var length = 0;
            while (length < rest.Length && (rest[length] == '_' || char.IsAsciiLetter((char)rest[length]) || (length > 0 && char.IsAsciiDigit((char)rest[length]))))
                length++;

            return length;
        }

        private readonly GraphQLSyntaxException Expected(string what)
        {
            var next = _position < source.Length ? (char)source.Utf8[_position] : '\0';
            var found = _position >= source.Length ? "<EOF>"
                : NameLength() is > 0 and var length ? $"Name \"{Encoding.UTF8.GetString(source.Utf8.Slice(_position, length))}\""
                : next is '.' or '(' or ')' or ':' or '@' ? $"\"{next}\""
                : null;
            return found is null
                ? new(source, _position, $"Invalid character: {CodePoints.Describe(source.Utf8, _position)}.")
                : new(source, _position, $"Expected {what}, found {found}.");
        }
    }
}
