namespace ServiceCrm.GraphQL.Language;

/// <summary>The value of string tokens (spec section 2.9.4): escapes of quoted strings, indentation of block strings.</summary>
internal static class StringLiterals
{
    /// <summary>Decodes a token that the lexer has accepted.</summary>
    public static string Decode(SourceText source, Token token)
    {
        if (token.Kind == TokenKind.BlockString)
            return BlockStrings.Dedent(source.GetText(new Location(token.Start + 3, token.End - 3)));

        var content = new Location(token.Start + 1, token.End - 1);
        return source.Utf8[content.Start..content.End].Contains((byte)'\\') ? Unescape(source, content) : source.GetText(content);
    }

    /// <summary>Reads the escape sequence at a backslash and returns its length in bytes.</summary>
    /// <param name="source">The document.</param>
    /// <param name="position">Offset of the backslash.</param>
    /// <param name="first">The first UTF-16 unit of the value, or its only one.</param>
    /// <param name="second">The second UTF-16 unit, or zero.</param>
    /// <exception cref="GraphQLSyntaxException">The sequence is not one of the specification's.</exception>
    public static int ReadEscape(SourceText source, int position, out char first, out char second)
    {
        second = '\0';
        if (At(source, position + 1) == 'u')
        {
            return At(source, position + 2) == '{'
                ? ReadVariableWidth(source, position, out first, out second)
                : ReadFixedWidth(source, position, out first, out second);
        }

        first = At(source, position + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Invalid(source, position, "character", 2),
        };
        return 2;
    }

    private static string Unescape(SourceText source, Location content)
    {
        var result = new StringBuilder(content.End - content.Start);
        var position = content.Start;
        while (position < content.End)
        {
            var rest = source.Utf8[position..content.End];
            var plain = rest.IndexOf((byte)'\\');
            plain = plain < 0 ? rest.Length : plain;
            result.Append(Encoding.UTF8.GetString(rest[..plain]));
            position += plain;
            if (position < content.End)
            {
                position += ReadEscape(source, position, out var first, out var second);
                result.Append(first);
                if (second != '\0')
                    result.Append(second);
            }
        }

        return result.ToString();
    }

    private static int ReadVariableWidth(SourceText source, int position, out char first, out char second)
    {
        first = second = '\0';
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var code = At(source, position + size++);
            if (code == '}' && size >= 5 && Rune.IsValid(point))
            {
                if (point > 0xFFFF)
                {
                    first = (char)(0xD800 + ((point - 0x10000) >> 10));
                    second = (char)(0xDC00 + ((point - 0x10000) & 0x3FF));
                }
                else
                    first = (char)point;

                return size;
            }

            point = (point << 4) | HexDigit(code);
            if (point < 0)
                break;
        }

        throw Invalid(source, position, "Unicode", size);
    }

    private static int ReadFixedWidth(SourceText source, int position, out char first, out char second)
    {
        second = '\0';
        var code = ReadFourDigits(source, position + 2);
        first = (char)code;
        if (Rune.IsValid(code))
            return 6;

        // The older escapes of UTF-16 are allowed only as a complete surrogate pair.
        if (code is >= 0xD800 and <= 0xDBFF && At(source, position + 6) == '\\' && At(source, position + 7) == 'u')
        {
            var trailing = ReadFourDigits(source, position + 8);
            if (trailing is >= 0xDC00 and <= 0xDFFF)
            {
                second = (char)trailing;
                return 12;
            }
        }

        throw Invalid(source, position, "Unicode", 6);
    }

    private static int ReadFourDigits(SourceText source, int position) =>
        (HexDigit(At(source, position)) << 12) | (HexDigit(At(source, position + 1)) << 8)
        | (HexDigit(At(source, position + 2)) << 4) | HexDigit(At(source, position + 3));

    private static int HexDigit(int code) => code switch
    {
        >= '0' and <= '9' => code - '0',
        >= 'A' and <= 'F' => code - 'A' + 10,
        >= 'a' and <= 'f' => code - 'a' + 10,
        _ => -1,
    };

    private static int At(SourceText source, int position) => position < source.Length ? source.Utf8[position] : -1;

    /// <summary>Shows as many UTF-16 units of the source as were looked at.</summary>
    private static GraphQLSyntaxException Invalid(SourceText source, int position, string kind, int units)
    {
        var end = Math.Min(source.Length, position + (4 * units));
        var text = source.GetText(new Location(position, end));
        return new(source, position, $"Invalid {kind} escape sequence: \"{text[..Math.Min(units, text.Length)]}\".");
    }
}
