namespace ServiceCrm.GraphQL.Language;

/// <content>Values, types, arguments and directives (spec sections 2.6 and 2.9 to 2.12).</content>
public ref partial struct Parser
{
    private ImmutableArray<ArgumentNode> ParseArguments(bool isConst)
    {
        var arguments = new NodeList<ArgumentNode>();
        if (Skip(TokenKind.ParenLeft))
        {
            do
            {
                var start = _token.Start;
                var name = ParseName();
                Expect(TokenKind.Colon);
                var value = ParseValueLiteral(isConst);
                arguments.Add(new(From(start), name, value));
            }
            while (!Skip(TokenKind.ParenRight));
        }

        return arguments.ToImmutable();
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        var directives = new NodeList<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = _token.Start;
            Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConst);
            directives.Add(new(From(start), name, arguments));
        }

        return directives.ToImmutable();
    }

    private ValueNode ParseValueLiteral(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(From(token.Start), Text(token));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(From(token.Start), Text(token));
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringLiteral();
            case TokenKind.Name:
                Advance();
                return NamedValue(token);
            case TokenKind.Dollar:
                return isConst ? throw VariableInConstant() : ParseVariable();
            default:
                throw Unexpected(token);
        }
    }

    private readonly ValueNode NamedValue(Token token)
    {
        var word = Utf8(token);
        var location = new Location(token.Start, token.End);
        return word.SequenceEqual("true"u8) ? new BooleanValueNode(location, true)
            : word.SequenceEqual("false"u8) ? new BooleanValueNode(location, false)
            : word.SequenceEqual("null"u8) ? new NullValueNode(location)
            : new EnumValueNode(location, Text(token));
    }

    private GraphQLSyntaxException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? Error(dollar.Start, $"Unexpected variable \"${Text(_token)}\" in constant value.")
            : Unexpected(dollar);
    }

    private StringValueNode ParseStringLiteral()
    {
        var token = _token;
        Advance();
        return new(From(token.Start), StringLiterals.Decode(_source, token), token.Kind == TokenKind.BlockString);
    }

    private readonly bool PeekDescription() => Peek(TokenKind.String) || Peek(TokenKind.BlockString);

    private StringValueNode? ParseDescription() => PeekDescription() ? ParseStringLiteral() : null;

    private ListValueNode ParseList(bool isConst)
    {
        var start = _token.Start;
        Enter();
        Advance();
        var values = new NodeList<ValueNode>();
        while (!Skip(TokenKind.BracketRight))
            values.Add(ParseValueLiteral(isConst));

        Leave();
        return new(From(start), values.ToImmutable());
    }

    private ObjectValueNode ParseObject(bool isConst)
    {
        var start = _token.Start;
        Enter();
        Advance();
        var fields = new NodeList<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceRight))
        {
            var fieldStart = _token.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValueLiteral(isConst);
            fields.Add(new(From(fieldStart), name, value));
        }

        Leave();
        return new(From(start), fields.ToImmutable());
    }

    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type;
        if (Peek(TokenKind.BracketLeft))
        {
            Enter();
            Advance();
            var item = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Leave();
            type = new ListTypeNode(From(start), item);
        }
        else
            type = ParseNamedType();

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(From(start), type) : type;
    }

    private NamedTypeNode ParseNamedType() => new(ParseName());
}
