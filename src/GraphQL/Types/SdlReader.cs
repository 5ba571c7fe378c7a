namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Turns schema definition language into the type model, extensions included (spec chapter 3). Resolvers and scalar coercions can be
/// filled in before the schema is built:
/// <code>var builder = SdlReader.Read(sdl); ((ObjectType)builder.FindType("Query")!).Fields["tickets"].Resolver = ...; var schema = builder.Build();</code>
/// </summary>
public sealed partial class SdlReader
{
    private readonly SchemaBuilder _builder = new();
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private SchemaDefinitionNode? _schema;

    private SdlReader()
    {
    }

    /// <summary>Reads a document of definitions and extensions, in any order. What is wrong with them is reported by <see cref="SchemaBuilder.Build"/>.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not GraphQL.</exception>
    public static SchemaBuilder Read(string sdl) => Read(Parser.Parse(sdl, ParserOptions.TypeSystem));

    /// <inheritdoc cref="Read(string)"/>
    public static SchemaBuilder Read(DocumentNode document) => new SdlReader().ReadDocument(document);

    private SchemaBuilder ReadDocument(DocumentNode document)
    {
        var definitions = document.Definitions.OfType<TypeSystemDefinitionNode>().ToLookup(definition => definition.IsExtension);
        foreach (var definition in definitions[false])
            Define(definition);

        foreach (var extension in definitions[true])
            Extend(extension);

        foreach (var definition in document.Definitions.Where(definition => definition is not TypeSystemDefinitionNode))
            _builder.Errors.Add(new("schema", $"A schema cannot contain {(definition is OperationDefinitionNode ? "operations" : "fragments")}."));

        if (_schema is null)
            UseDefaultRootTypes();

        return _builder;
    }

    private void UseDefaultRootTypes()
    {
        _builder.Query ??= _types.GetValueOrDefault("Query");
        _builder.Mutation ??= _types.GetValueOrDefault("Mutation");
        _builder.Subscription ??= _types.GetValueOrDefault("Subscription");
    }

    private void Define(TypeSystemDefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                if (_schema is not null)
                    _builder.Errors.Add(new("schema", "Must provide only one schema definition."));

                _schema = schema;
                _builder.Description = schema.Description?.Value;
                AddToSchema(schema);
                break;
            case DirectiveDefinitionNode directive:
                _builder.Directives.Add(SdlMembers.Directive(directive));
                break;
            case TypeDefinitionNode type:
                DefineType(type);
                break;
        }
    }

    private void AddToSchema(SchemaDefinitionNode node)
    {
        _builder.AppliedDirectives = _builder.AppliedDirectives.AddRange(node.Directives);
        foreach (var operation in node.OperationTypes)
        {
            var type = new TypeReference(operation.Type.Name.Value);
            var previous = operation.Operation switch
            {
                OperationType.Query => _builder.Query,
                OperationType.Mutation => _builder.Mutation,
                _ => _builder.Subscription,
            };
            if (previous is not null)
                _builder.Errors.Add(new("schema", $"There can be only one {operation.Operation.ToString().ToLowerInvariant()} type in schema."));

            _ = operation.Operation switch
            {
                OperationType.Query => _builder.Query = type,
                OperationType.Mutation => _builder.Mutation = type,
                _ => _builder.Subscription = type,
            };
        }
    }

    private void DefineType(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        NamedType type = (NamedType?)BuiltInScalars.Find(name) ?? Introspection.Find(name) ?? node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name) { Description = node.Description?.Value },
            ObjectTypeDefinitionNode => new ObjectType(name) { Description = node.Description?.Value },
            InterfaceTypeDefinitionNode => new InterfaceType(name) { Description = node.Description?.Value },
            UnionTypeDefinitionNode => new UnionType(name) { Description = node.Description?.Value },
            EnumTypeDefinitionNode => new EnumType(name) { Description = node.Description?.Value },
            _ => new InputObjectType(name) { Description = node.Description?.Value },
        };
        if (!_types.TryAdd(name, type))
        {
            _builder.Errors.Add(new(name, $"There can be only one type named \"{name}\"."));
            return;
        }

        _builder.Types.Add(type);
        if (!type.IsBuiltIn)
            AddToType(type, node);
    }

    private void AddToType(NamedType type, TypeDefinitionNode node)
    {
        switch (type, node)
        {
            case (ScalarType scalar, ScalarTypeDefinitionNode):
                scalar.SpecifiedByUrl = SdlMembers.SpecifiedByUrl(node.Directives) ?? scalar.SpecifiedByUrl;
                break;
            case (ObjectType, ObjectTypeDefinitionNode) or (InterfaceType, InterfaceTypeDefinitionNode):
                var (fieldsType, fieldsNode) = ((FieldsType)type, (FieldsTypeDefinitionNode)node);
                fieldsType.InterfaceReferences = fieldsType.InterfaceReferences.AddRange(References(fieldsNode.Interfaces));
                SdlMembers.AddFields(fieldsType.Fields, fieldsNode.Fields);
                break;
            case (UnionType union, UnionTypeDefinitionNode members):
                union.MemberReferences = union.MemberReferences.AddRange(References(members.Types));
                break;
            case (EnumType values, EnumTypeDefinitionNode enumNode):
                SdlMembers.AddValues(values.Values, enumNode.Values);
                break;
            case (InputObjectType input, InputObjectTypeDefinitionNode inputNode):
                input.IsOneOf |= SdlMembers.IsOneOf(node.Directives);
                SdlMembers.AddInputFields(input.Fields, inputNode.Fields);
                break;
            default:
                _builder.Errors.Add(new(type.Name, $"Cannot extend non-{KindName(node)} type \"{type.Name}\"."));
                return;
        }

        type.AppliedDirectives = type.AppliedDirectives.AddRange(node.Directives);
    }

    private static IEnumerable<GraphQLType> References(ImmutableArray<NamedTypeNode> names) => names.Select(node => new TypeReference(node.Name.Value));

    private static string KindName(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
