using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>From the bytes of a query to a plan or a refusal: unescape, parse, validate, choose the operation, compile.</summary>
internal sealed class DocumentCompiler(GraphQLSchema schema, ExecutionOptions options)
{
    private static readonly TimeSpan RefusalLifetime = TimeSpan.FromSeconds(30);

    private readonly ValidationOptions _talkative = ValidationOptions.Default with { Limits = LimitsOf(options) };
    private readonly ValidationOptions _silent = ValidationOptions.Default with { Limits = LimitsOf(options), HideSuggestions = true };

    /// <param name="text">The document as it came.</param>
    /// <param name="isEscaped">Whether it is the raw inside of a JSON string.</param>
    /// <param name="operationName">Which of its operations to run.</param>
    /// <param name="allowsIntrospection">Whether the caller may see the schema.</param>
    public PlanEntry Compile(ReadOnlyMemory<byte> text, bool isEscaped, string? operationName, bool allowsIntrospection)
    {
        try
        {
            OperationTelemetry.CountCompilation();
            var source = new SourceText(TextOf(text, isEscaped));
            var document = InPhase("graphql.parse", () => Parser.Parse(source, options.Parser));
            var errors = InPhase("graphql.validate", () => Validator.Validate(schema.Types, document, allowsIntrospection ? _talkative : _silent));
            if (errors.Count > 0)
                return Refuse(ExecutionOutcome.ValidationFailed, errors);
            return Choose(document, operationName, out var problem) is { } operation
                ? new PlanEntry { Plan = InPhase("graphql.plan", () => PlanCompiler.Compile(schema, document, operation, allowsIntrospection)) }
                : Refuse(ExecutionOutcome.OperationUnknown, [new GraphQLError(problem) { Code = "OPERATION_RESOLUTION_FAILURE" }]);
        }
        catch (GraphQLSyntaxException syntax)
        {
            return Refuse(ExecutionOutcome.ParseFailed, [syntax.Error]);
        }
        catch (GraphQLFieldException invalid)
        {
            return Refuse(ExecutionOutcome.ValidationFailed, [new GraphQLError(invalid.Message) { Code = invalid.Code }]);
        }
    }

    /// <summary>The document itself.</summary>
    public static byte[] TextOf(ReadOnlyMemory<byte> text, bool isEscaped) => isEscaped ? Unescape(text.Span) : text.ToArray();

    private static T InPhase<T>(string name, Func<T> work)
    {
        var span = OperationTelemetry.Start(name);
        try
        {
            return work();
        }
        finally
        {
            OperationTelemetry.Stop(span);
        }
    }

    private static DocumentLimits LimitsOf(ExecutionOptions options) => new()
    {
        MaxDepth = options.MaxDepth,
        MaxAliases = options.MaxAliases,
        MaxDirectivesPerPlace = options.MaxDirectives,
        MaxRootFields = options.MaxRootFields,
        MaxNodes = options.MaxFields,
    };

    private PlanEntry Refuse(ExecutionOutcome outcome, IReadOnlyList<GraphQLError> errors) =>
        new() { Refusal = outcome, Errors = errors, Expires = options.Clock.GetUtcNow() + RefusalLifetime };

    private static OperationDefinitionNode? Choose(DocumentNode document, string? name, out string problem)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToList();
        problem = "Must provide an operation.";
        if (name is null)
        {
            if (operations.Count > 1)
                problem = "Must provide operation name if query contains multiple operations.";
            return operations.Count == 1 ? operations[0] : null;
        }

        problem = $"Unknown operation named \"{name}\".";
        return operations.Find(operation => string.Equals(operation.Name?.Value, name, StringComparison.Ordinal));
    }

    // The raw inside of a JSON string: put back into quotes, the JSON reader unescapes it.
    private static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IndexOf((byte)'\\') < 0)
            return escaped.ToArray();
        byte[] quoted = [(byte)'"', .. escaped, (byte)'"'];
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw new GraphQLFieldException(ErrorCodes.ParseFailed, "The query contains a lone surrogate.");
        }
    }
}
