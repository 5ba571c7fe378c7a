using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>What the rules share while one document is checked.</summary>
public sealed class ValidationContext
{
    private Dictionary<string, DirectiveDefinition>? _documentDirectives;

    internal ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        TypeInfo = new TypeInfo(schema);
        Fragments = new FragmentIndex(document);
        Variables = new VariableUsages(schema, Fragments);
    }

    /// <summary>The schema to check against.</summary>
    public Schema Schema { get; }

    /// <summary>The document to check.</summary>
    public DocumentNode Document { get; }

    /// <summary>Strictness and limits.</summary>
    public ValidationOptions Options { get; }

    /// <summary>The types at the node where the walk is.</summary>
    internal TypeInfo TypeInfo { get; }

    internal FragmentIndex Fragments { get; }

    internal VariableUsages Variables { get; }

    /// <summary>The sizes that the limit rules share.</summary>
    internal OperationMeasure Measure => field ??= new(Fragments);

    internal List<GraphQLError> Errors { get; } = [];

    /// <summary>Adds an error at the start of the given places, in their order.</summary>
    public void Report(string message, params ReadOnlySpan<Location> places) => Report(message, ErrorCodes.ValidationFailed, places);

    /// <inheritdoc cref="Report(string, ReadOnlySpan{Location})"/>
    public void Report(string message, string code, params ReadOnlySpan<Location> places)
    {
        if (Errors.Count >= Options.MaxErrors)
            throw new ValidationAbortedException(ValidationAbortedException.TooManyErrors);

        var locations = ImmutableArray.CreateBuilder<SourceLocation>(places.Length);
        foreach (var place in places)
            locations.Add(Document.Source.GetLocation(place.Start));

        Errors.Add(new GraphQLError(message) { Locations = locations.MoveToImmutable(), Code = code });
    }

    /// <summary>Reports every name that several nodes have, once, at all of its places.</summary>
    internal void ReportDuplicates<T>(ImmutableArray<T> nodes, Func<T, Name> nameOf, Func<string, string> message)
    {
        if (nodes.Length < 2)
            return;

        foreach (var group in nodes.Select(nameOf).GroupBy(name => name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            Report(message(group.Key), [.. group.Select(name => name.Location)]);
    }

    /// <summary>"Did you mean" with the names nearest to the given one, or nothing when suggestions are off.</summary>
    public string Suggest(string name, IEnumerable<string> candidates, string? what = null) =>
        Options.HideSuggestions ? string.Empty : Suggestions.DidYouMean(Suggestions.For(name, candidates), what);

    /// <summary>The directive as the document itself or else the schema defines it.</summary>
    internal DirectiveDefinition? FindDirective(string name)
    {
        if (_documentDirectives is null)
        {
            _documentDirectives = new(StringComparer.Ordinal);
            foreach (var node in Document.Definitions.OfType<DirectiveDefinitionNode>().Where(node => !node.IsExtension))
                _documentDirectives[node.Name.Value] = SdlMembers.Directive(node);
        }

        return _documentDirectives.GetValueOrDefault(name) ?? Schema.FindDirective(name);
    }

    /// <summary>Fragments can nest as deep as there are fragments, so whoever follows them asks here first.</summary>
    internal static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ValidationAbortedException(ValidationAbortedException.TooExpensive);
    }
}
