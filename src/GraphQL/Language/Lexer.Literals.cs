namespace ServiceCrm.GraphQL.Language;

/// <content>Numbers and strings (spec sections 2.9.1 to 2.9.4).</content>
internal ref partial struct Lexer
{
    private readonly Token ReadNumber(int start)
    {
        var kind = TokenKind.Int;
        var position = At(start) == '-' ? start + 1 : start;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw Error(position, $"Invalid number, unexpected digit after 0: {CodePoints.Describe(_text, position)}.");
        }
        else
            position = SkipDigits(position);

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = SkipDigits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            position = SkipDigits(At(position) is '+' or '-' ? position + 1 : position);
        }

        // "1.2.3" and "1a" are no two tokens (spec section 2.9.1, lookahead restrictions).
        return At(position) == '.' || IsNameContinue(At(position)) ? throw ExpectedDigit(position) : new Token(kind, start, position);
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw ExpectedDigit(position);

        while (IsDigit(At(position)))
            position++;

        return position;
    }

    private readonly GraphQLSyntaxException ExpectedDigit(int position) =>
        Error(position, $"Invalid number, expected digit but got: {CodePoints.Describe(_text, position)}.");

    private readonly Token ReadString(int start)
    {
        var position = start + 1;
        while (position < _text.Length)
        {
            var code = _text[position];
            if (code == '"')
                return new Token(TokenKind.String, start, position + 1);

            if (code == '\\')
                position += StringLiterals.ReadEscape(_source, position, out _, out _);
            else if (code is (byte)'\n' or (byte)'\r')
                break;
            else
                position += CharacterSize(position, code);
        }

        throw Error(position, "Unterminated string.");
    }

    private readonly Token ReadBlockString(int start)
    {
        var position = start + 3;
        while (position < _text.Length)
        {
            var code = _text[position];
            if (code == '"' && _text[position..].StartsWith("\"\"\""u8))
                return new Token(TokenKind.BlockString, start, position + 3);

            position += code == '\\' && _text[position..].StartsWith("\\\"\"\""u8) ? 4 : CharacterSize(position, code);
        }

        throw Error(position, "Unterminated string.");
    }

    private readonly int CharacterSize(int position, byte code)
    {
        if (code < 0x80)
            return 1;

        return CodePoints.TryRead(_text[position..], out _, out var size)
            ? size
            : throw Error(position, $"Invalid character within String: {CodePoints.Describe(_text, position)}.");
    }
}
