using System.Text.Unicode;

namespace ServiceCrm.GraphQL.Language;

/// <summary>
/// Cuts UTF-8 bytes into tokens (spec section 2.1). It allocates nothing: tokens are byte offsets, and text is decoded by
/// <see cref="StringLiterals"/> when the parser needs it. Errors are worded and placed as graphql-js 17 does.
/// </summary>
internal ref partial struct Lexer
{
    private static readonly bool[] NameContinue = BuildNameContinue();

    private readonly SourceText _source;
    private readonly ReadOnlySpan<byte> _text;

    public Lexer(SourceText source)
    {
        _source = source;
        _text = source.Utf8;
    }

    /// <summary>The token that starts at or after <paramref name="position"/>, skipping what the specification ignores.</summary>
    public readonly Token Next(int position)
    {
        var text = _text;
        while (position < text.Length)
        {
            var code = text[position];
            switch (code)
            {
                case (byte)' ' or (byte)'\n' or (byte)',' or (byte)'\t' or (byte)'\r':
                    position++;
                    continue;
                case 0xEF when text[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    continue;
                case (byte)'#':
                    position = SkipComment(position);
                    continue;
                case (byte)'"':
                    return text[position..].StartsWith("\"\"\""u8) ? ReadBlockString(position) : ReadString(position);
                case (byte)'.':
                    return ReadDots(position);
            }

            if (IsNameContinue(code))
                return IsDigit(code) ? ReadNumber(position) : ReadName(position);

            return code == '-' ? ReadNumber(position) : ReadPunctuator(position, code);
        }

        return new Token(TokenKind.EndOfFile, text.Length, text.Length);
    }

    private static bool[] BuildNameContinue()
    {
        var table = new bool[256];
        for (var i = 0; i < 128; i++)
            table[i] = char.IsAsciiLetterOrDigit((char)i) || i == '_';

        return table;
    }

    private static bool IsNameContinue(int code) => (uint)code < 256 && NameContinue[code];

    private static bool IsDigit(int code) => (uint)(code - '0') <= 9;

    private readonly int At(int position) => position < _text.Length ? _text[position] : -1;

    private readonly Token ReadPunctuator(int position, byte code)
    {
        var kind = code switch
        {
            (byte)'!' => TokenKind.Bang,
            (byte)'$' => TokenKind.Dollar,
            (byte)'&' => TokenKind.Ampersand,
            (byte)'(' => TokenKind.ParenLeft,
            (byte)')' => TokenKind.ParenRight,
            (byte)':' => TokenKind.Colon,
            (byte)'=' => TokenKind.EqualsSign,
            (byte)'@' => TokenKind.At,
            (byte)'[' => TokenKind.BracketLeft,
            (byte)']' => TokenKind.BracketRight,
            (byte)'{' => TokenKind.BraceLeft,
            (byte)'|' => TokenKind.Pipe,
            (byte)'}' => TokenKind.BraceRight,
            _ => throw UnexpectedCharacter(position),
        };
        return new Token(kind, position, position + 1);
    }

    private readonly GraphQLSyntaxException UnexpectedCharacter(int position)
    {
        if (_text[position] == '\'')
            return Error(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");

        var valid = CodePoints.TryRead(_text[position..], out _, out _);
        return Error(position, $"{(valid ? "Unexpected" : "Invalid")} character: {CodePoints.Describe(_text, position)}.");
    }

    private readonly Token ReadDots(int position)
    {
        if (At(position + 1) == '.')
        {
            return At(position + 2) == '.'
                ? new Token(TokenKind.Spread, position, position + 3)
                : throw Error(position, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (!IsDigit(At(position + 1)))
            throw UnexpectedCharacter(position);

        var digits = _source.GetText(new Location(position + 1, SkipDigits(position + 1)));
        throw Error(position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
    }

    /// <summary>A comment ends at the line end, or before a byte sequence that is no character: the next token then reports it.</summary>
    private readonly int SkipComment(int position)
    {
        var rest = _text[position..];
        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        var comment = length < 0 ? rest : rest[..length];
        if (Utf8.IsValid(comment))
            return position + comment.Length;

        var end = position;
        while (CodePoints.TryRead(_text[end..], out _, out var size))
            end += size;

        return end;
    }

    private readonly Token ReadName(int start)
    {
        var text = _text;
        var end = start + 1;
        while (end < text.Length && NameContinue[text[end]])
            end++;

        return new Token(TokenKind.Name, start, end);
    }

    private readonly GraphQLSyntaxException Error(int position, string message) => new(_source, position, message);
}
