namespace ServiceCrm.GraphQL.Language;

/// <summary>
/// Recursive descent over the tokens of spec chapter 2 and appendix B.2. One token of lookahead, two before a description.
/// Every rule that can contain itself counts its depth, so that no document can overflow the stack.
/// </summary>
public ref partial struct Parser
{
    private readonly SourceText _source;
    private readonly ParserOptions _options;
    private readonly Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokenCount;
    private int _depth;

    private Parser(SourceText source, ParserOptions? options)
    {
        _source = source;
        _options = options ?? ParserOptions.Default;
        _lexer = new Lexer(source);
        if (source.Length > _options.MaxBytes)
            throw Error(_options.MaxBytes, $"Source contains more than {_options.MaxBytes} bytes. Parsing aborted.");

        Advance();
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not GraphQL or exceeds a limit.</exception>
    public static DocumentNode Parse(SourceText source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options);
        var definitions = new NodeList<DefinitionNode>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        }
        while (parser._token.Kind != TokenKind.EndOfFile);

        return new DocumentNode(source, definitions.ToImmutable(), parser._tokenCount);
    }

    /// <inheritdoc cref="Parse(SourceText, ParserOptions?)"/>
    public static DocumentNode Parse(string source, ParserOptions? options = null) => Parse(new SourceText(source), options);

    /// <summary>Reads one value, in which variables are allowed.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not a value or exceeds a limit.</exception>
    public static ValueNode ParseValue(string source, ParserOptions? options = null) => ParseValue(source, isConst: false, options);

    /// <summary>Reads one value without variables.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not a constant value or exceeds a limit.</exception>
    public static ValueNode ParseConstValue(string source, ParserOptions? options = null) => ParseValue(source, isConst: true, options);

    /// <summary>Reads a type such as <c>[String!]</c>.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not a type or exceeds a limit.</exception>
    public static TypeNode ParseType(string source, ParserOptions? options = null)
    {
        var parser = new Parser(new SourceText(source), options);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private static ValueNode ParseValue(string source, bool isConst, ParserOptions? options)
    {
        var parser = new Parser(new SourceText(source), options);
        var value = parser.ParseValueLiteral(isConst);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    private readonly Location From(int start) => new(start, _lastEnd);

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) => _token.Kind == TokenKind.Name && Utf8(_token).SequenceEqual(keyword);

    private readonly ReadOnlySpan<byte> Utf8(Token token) => _source.Utf8[token.Start..token.End];

    private readonly string Text(Token token) => Encoding.UTF8.GetString(Utf8(token));

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next(_token.End);
        if (_token.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxTokens)
            throw Error(_token.Start, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.");
    }

    private void Enter()
    {
        if (++_depth > _options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error(_token.Start, $"Document nests deeper than {_options.MaxDepth} levels. Parsing aborted.");
    }

    private void Leave() => _depth--;

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
            throw Error(token.Start, $"Expected {kind.Describe()}, found {Describe(token)}.");

        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
            throw Error(_token.Start, $"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {Describe(_token)}.");
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!PeekKeyword(keyword))
            return false;

        Advance();
        return true;
    }

    private Name ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new Name(Text(token), new Location(token.Start, token.End));
    }

    private readonly GraphQLSyntaxException Unexpected(Token token) => Error(token.Start, $"Unexpected {Describe(token)}.");

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{token.Kind.Describe()} \"{Text(token)}\"",
        TokenKind.String or TokenKind.BlockString => $"{token.Kind.Describe()} \"{StringLiterals.Decode(_source, token)}\"",
        _ => token.Kind.Describe(),
    };

    private readonly GraphQLSyntaxException Error(int offset, string message) => new(_source, offset, message);
}
