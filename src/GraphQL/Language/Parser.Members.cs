namespace ServiceCrm.GraphQL.Language;

/// <content>Fields, input values and directive definitions (spec sections 3.6, 3.10 and 3.13).</content>
public ref partial struct Parser
{
    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions()
    {
        var fields = new NodeList<FieldDefinitionNode>();
        if (Skip(TokenKind.BraceLeft))
        {
            do
            {
                var start = _token.Start;
                var description = ParseDescription();
                var name = ParseName();
                var arguments = ParseInputValues(TokenKind.ParenLeft, TokenKind.ParenRight);
                Expect(TokenKind.Colon);
                var type = ParseTypeReference();
                var directives = ParseDirectives(isConst: true);
                fields.Add(new(From(start), description, name, arguments, type, directives));
            }
            while (!Skip(TokenKind.BraceRight));
        }

        return fields.ToImmutable();
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValues(TokenKind open, TokenKind close)
    {
        var values = new NodeList<InputValueDefinitionNode>();
        if (Skip(open))
        {
            do
            {
                var start = _token.Start;
                var description = ParseDescription();
                var name = ParseName();
                Expect(TokenKind.Colon);
                var type = ParseTypeReference();
                var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValueLiteral(isConst: true) : null;
                var directives = ParseDirectives(isConst: true);
                values.Add(new(From(start), description, name, type, defaultValue, directives));
            }
            while (!Skip(close));
        }

        return values.ToImmutable();
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = _token.Start;
        var description = ParseStart("directive"u8, isExtension: false);
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.ParenLeft, TokenKind.ParenRight);
        var directives = ParseDirectives(isConst: true);
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = new NodeList<Name>();
        Skip(TokenKind.Pipe);
        do
        {
            var token = _token;
            var location = ParseName();
            locations.Add(DirectiveLocations.TryParse(location.Value, out _) ? location : throw Unexpected(token));
        }
        while (Skip(TokenKind.Pipe));

        return new(From(start), description, IsExtension: false, name, arguments, directives, isRepeatable, locations.ToImmutable());
    }

    private DirectiveDefinitionNode ParseDirectiveExtension()
    {
        var start = _token.Start;
        ParseStart("directive"u8, isExtension: true);
        Expect(TokenKind.At);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension: true, directives.Length > 0);
        return new(From(start), null, IsExtension: true, name, [], directives, IsRepeatable: false, []);
    }
}
