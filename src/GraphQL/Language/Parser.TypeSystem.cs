namespace ServiceCrm.GraphQL.Language;

/// <content>Definitions and extensions of the type system (spec chapter 3). An extension must extend something.</content>
public ref partial struct Parser
{
    /// <summary>Null when the word does not start a definition.</summary>
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(ReadOnlySpan<byte> word, bool isExtension) => word switch
    {
        _ when word.SequenceEqual("type"u8) => ParseObjectType(isExtension),
        _ when word.SequenceEqual("input"u8) => ParseInputObjectType(isExtension),
        _ when word.SequenceEqual("enum"u8) => ParseEnumType(isExtension),
        _ when word.SequenceEqual("interface"u8) => ParseInterfaceType(isExtension),
        _ when word.SequenceEqual("union"u8) => ParseUnionType(isExtension),
        _ when word.SequenceEqual("scalar"u8) => ParseScalarType(isExtension),
        _ when word.SequenceEqual("schema"u8) => ParseSchema(isExtension),
        _ when word.SequenceEqual("directive"u8) => isExtension ? ParseDirectiveExtension() : ParseDirectiveDefinition(),
        _ => null,
    };

    /// <summary>Reads description, <c>extend</c> and the keyword.</summary>
    private StringValueNode? ParseStart(ReadOnlySpan<byte> keyword, bool isExtension)
    {
        var description = isExtension ? null : ParseDescription();
        if (isExtension)
            ExpectKeyword("extend"u8);

        ExpectKeyword(keyword);
        return description;
    }

    private readonly void RequireContent(bool isExtension, bool hasContent)
    {
        if (isExtension && !hasContent)
            throw Unexpected(_token);
    }

    private SchemaDefinitionNode ParseSchema(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("schema"u8, isExtension);
        var directives = ParseDirectives(isConst: true);
        var operations = new NodeList<OperationTypeDefinitionNode>();
        if (!isExtension || Peek(TokenKind.BraceLeft))
        {
            Expect(TokenKind.BraceLeft);
            do
            {
                var operationStart = _token.Start;
                var operation = ParseOperationType();
                Expect(TokenKind.Colon);
                var type = ParseNamedType();
                operations.Add(new(From(operationStart), operation, type));
            }
            while (!Skip(TokenKind.BraceRight));
        }

        var operationTypes = operations.ToImmutable();
        RequireContent(isExtension, directives.Length + operationTypes.Length > 0);
        return new(From(start), description, isExtension, directives, operationTypes);
    }

    private ScalarTypeDefinitionNode ParseScalarType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("scalar"u8, isExtension);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RequireContent(isExtension, directives.Length > 0);
        return new(From(start), description, isExtension, name, directives);
    }

    private ObjectTypeDefinitionNode ParseObjectType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("type"u8, isExtension);
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length > 0);
        return new(From(start), description, isExtension, name, interfaces, directives, fields);
    }

    private InterfaceTypeDefinitionNode ParseInterfaceType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("interface"u8, isExtension);
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldDefinitions();
        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Length > 0);
        return new(From(start), description, isExtension, name, interfaces, directives, fields);
    }

    private UnionTypeDefinitionNode ParseUnionType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("union"u8, isExtension);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var types = Skip(TokenKind.EqualsSign) ? ParseDelimitedTypes(TokenKind.Pipe) : [];
        RequireContent(isExtension, directives.Length + types.Length > 0);
        return new(From(start), description, isExtension, name, directives, types);
    }

    private EnumTypeDefinitionNode ParseEnumType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("enum"u8, isExtension);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var items = new NodeList<EnumValueDefinitionNode>();
        if (Skip(TokenKind.BraceLeft))
        {
            do
            {
                items.Add(ParseEnumValueDefinition());
            }
            while (!Skip(TokenKind.BraceRight));
        }

        var values = items.ToImmutable();
        RequireContent(isExtension, directives.Length + values.Length > 0);
        return new(From(start), description, isExtension, name, directives, values);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
            throw Error(_token.Start, $"{Describe(_token)} is reserved and cannot be used for an enum value.");

        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new(From(start), description, name, directives);
    }

    private InputObjectTypeDefinitionNode ParseInputObjectType(bool isExtension)
    {
        var start = _token.Start;
        var description = ParseStart("input"u8, isExtension);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseInputValues(TokenKind.BraceLeft, TokenKind.BraceRight);
        RequireContent(isExtension, directives.Length + fields.Length > 0);
        return new(From(start), description, isExtension, name, directives, fields);
    }

    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements"u8) ? ParseDelimitedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeNode> ParseDelimitedTypes(TokenKind delimiter)
    {
        var types = new NodeList<NamedTypeNode>();
        Skip(delimiter);
        do
        {
            types.Add(ParseNamedType());
        }
        while (Skip(delimiter));

        return types.ToImmutable();
    }
}
