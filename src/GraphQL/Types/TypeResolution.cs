namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Replaces every <see cref="TypeReference"/> by its type and lists all types of a schema: the added ones in order, each followed
/// by those that only it mentions (graphql-js lists them in the same order, so introspection agrees), introspection last.
/// </summary>
internal sealed class TypeResolution(SchemaBuilder builder)
{
    private readonly Dictionary<string, NamedType> _known = new(StringComparer.Ordinal);
    private readonly HashSet<NamedType> _added = [.. builder.Types];
    private readonly HashSet<NamedType> _seen = [];
    private readonly List<NamedType> _ordered = [];
    private readonly Dictionary<string, ScalarType> _standIns = new(StringComparer.Ordinal);

    /// <summary>Unknown and repeated names.</summary>
    public List<SchemaError> Errors { get; } = [];

    public IReadOnlyList<NamedType> Run()
    {
        foreach (var type in builder.Types)
        {
            if (!_known.TryAdd(type.Name, type))
                Errors.Add(new(type.Name, $"There can be only one type named \"{type.Name}\"."));
        }

        foreach (var type in builder.Types)
            Visit(type);

        builder.Query = ResolveRoot(builder.Query);
        builder.Mutation = ResolveRoot(builder.Mutation);
        builder.Subscription = ResolveRoot(builder.Subscription);
        foreach (var directive in builder.Directives)
            ResolveAll(directive.Arguments);

        Mention(Introspection.SchemaType);
        return [.. _ordered.DistinctBy(type => type.Name, StringComparer.Ordinal)];
    }

    private void Visit(NamedType type)
    {
        if (!_seen.Add(type))
            return;

        if (type is { IsFrozen: true, IsBuiltIn: false })
            throw new InvalidOperationException($"Type {type.Name} belongs to another schema.");

        _ordered.Add(type);
        if (!ReferenceEquals(_known.GetValueOrDefault(type.Name, type), type) && !_added.Contains(type))
            Errors.Add(new(type.Name, $"There can be only one type named \"{type.Name}\"."));

        _known.TryAdd(type.Name, type);
        VisitMembers(type);
    }

    private void VisitMembers(NamedType type)
    {
        switch (type)
        {
            case UnionType { IsFrozen: false } union:
                union.MemberReferences = [.. union.MemberReferences.Select(member => Resolve(member, union))];
                break;
            case FieldsType fields:
                if (!fields.IsFrozen)
                    fields.InterfaceReferences = [.. fields.InterfaceReferences.Select(implemented => Resolve(implemented, fields))];

                VisitFields(fields);
                break;
            case InputObjectType input:
                ResolveAll(input.Fields);
                break;
        }
    }

    private void VisitFields(FieldsType type)
    {
        foreach (var field in type.Fields)
        {
            var resolved = Resolve(field.Type, field);
            if (!field.IsFrozen)
                field.Type = resolved;

            ResolveAll(field.Arguments);
        }
    }

    private void ResolveAll<T>(MemberList<T> inputs)
        where T : InputValue
    {
        foreach (var input in inputs)
        {
            var resolved = Resolve(input.Type, input);
            if (!input.IsFrozen)
                input.Type = resolved;
        }
    }

    private GraphQLType? ResolveRoot(GraphQLType? type) => type is TypeReference reference ? Lookup(reference, "schema") : Mention(type);

    private GraphQLType Resolve(GraphQLType type, INamedElement at)
    {
        switch (type)
        {
            case TypeReference reference:
                return Lookup(reference, at.Coordinate);
            case ListType list:
                list.ItemType = Resolve(list.ItemType, at);
                return list;
            case NonNullType nonNull:
                nonNull.InnerType = Resolve(nonNull.InnerType, at);
                return nonNull;
            default:
                return Mention(type)!;
        }
    }

    private GraphQLType Lookup(TypeReference reference, string coordinate)
    {
        var type = _known.GetValueOrDefault(reference.Name) ?? BuiltInScalars.Find(reference.Name) ?? Introspection.Find(reference.Name);
        if (type is not null)
            return Mention(type)!;

        // A stand-in that is not part of the schema lets the other rules look on, so that all mistakes are found at once.
        Errors.Add(new(coordinate, $"Unknown type \"{reference.Name}\".{Suggestions.DidYouMean(Suggestions.For(reference.Name, _known.Keys))}"));
        return _standIns.TryGetValue(reference.Name, out var standIn) ? standIn : _standIns[reference.Name] = new ScalarType(reference.Name);
    }

    /// <summary>A type that was added keeps its own place in the list; any other comes where it is first mentioned.</summary>
    private GraphQLType? Mention(GraphQLType? type)
    {
        if (type is NamedType named && !_added.Contains(named))
            Visit(named);

        return type;
    }
}
