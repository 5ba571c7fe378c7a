namespace ServiceCrm.GraphQL.Language;

/// <content>Operations and fragments (spec sections 2.3 to 2.8).</content>
public ref partial struct Parser
{
    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
            return ParseOperationDefinition();

        var hasDescription = PeekDescription();
        var keyword = hasDescription ? _lexer.Next(_token.End) : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
            throw Error(_token.Start, "Unexpected description, descriptions are not supported on shorthand queries.");

        if (keyword.Kind != TokenKind.Name)
            throw Unexpected(keyword);

        var word = Utf8(keyword);
        if (word.SequenceEqual("query"u8) || word.SequenceEqual("mutation"u8) || word.SequenceEqual("subscription"u8))
            return ParseOperationDefinition();

        return word.SequenceEqual("fragment"u8)
            ? ParseFragmentDefinition()
            : ParseTypeSystemDefinition(word, isExtension: false) ?? ParseExtension(keyword, hasDescription);
    }

    private TypeSystemDefinitionNode ParseExtension(Token keyword, bool hasDescription)
    {
        if (hasDescription)
            throw Error(_token.Start, "Unexpected description, only GraphQL definitions support descriptions.");

        if (!PeekKeyword("extend"u8))
            throw Unexpected(keyword);

        var extended = _lexer.Next(_token.End);
        var definition = extended.Kind == TokenKind.Name ? ParseTypeSystemDefinition(Utf8(extended), isExtension: true) : null;
        return definition ?? throw Unexpected(extended);
    }

    private OperationDefinitionNode ParseOperationDefinition()
    {
        var start = _token.Start;
        if (Peek(TokenKind.BraceLeft))
        {
            var selectionSet = ParseSelectionSet();
            return new(From(start), null, OperationType.Query, null, [], [], selectionSet);
        }

        var description = ParseDescription();
        var operation = ParseOperationType();
        Name? name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new(From(start), description, operation, name, variables, directives, selections);
    }

    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        var word = Utf8(token);
        return word.SequenceEqual("query"u8) ? OperationType.Query
            : word.SequenceEqual("mutation"u8) ? OperationType.Mutation
            : word.SequenceEqual("subscription"u8) ? OperationType.Subscription
            : throw Unexpected(token);
    }

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        var definitions = new NodeList<VariableDefinitionNode>();
        if (Skip(TokenKind.ParenLeft))
        {
            do
            {
                definitions.Add(ParseVariableDefinition());
            }
            while (!Skip(TokenKind.ParenRight));
        }

        return definitions.ToImmutable();
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValueLiteral(isConst: true) : null;
        var directives = ParseDirectives(isConst: true);
        return new(From(start), description, variable, type, defaultValue, directives);
    }

    private VariableNode ParseVariable()
    {
        var start = _token.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new(From(start), name);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Start;
        Enter();
        Expect(TokenKind.BraceLeft);
        var selections = new NodeList<SelectionNode>();
        if (!_options.AllowEmptySelectionSets)
            selections.Add(ParseSelection());

        while (!Skip(TokenKind.BraceRight))
            selections.Add(ParseSelection());

        Leave();
        return new(From(start), selections.ToImmutable());
    }

    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        Name? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new(From(start), alias, name, arguments, directives, selectionSet);
    }

    private SelectionNode ParseFragment()
    {
        var start = _token.Start;
        Expect(TokenKind.Spread);
        var hasCondition = SkipKeyword("on"u8);
        if (!hasCondition && Peek(TokenKind.Name))
        {
            var name = ParseFragmentName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpreadNode(From(start), name, spreadDirectives);
        }

        var condition = hasCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(From(start), condition, directives, selectionSet);
    }

    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment"u8);
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var condition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new(From(start), description, name, condition, directives, selectionSet);
    }

    private Name ParseFragmentName() => PeekKeyword("on"u8) ? throw Unexpected(_token) : ParseName();
}
