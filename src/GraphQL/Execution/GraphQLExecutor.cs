using System.Text.Encodings.Web;
using ServiceCrm.GraphQL.Documents;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL;

/// <summary>Runs requests against one schema. One instance serves all requests; plans are cached in it.</summary>
public sealed class GraphQLExecutor
{
    private const int MaxStackKey = 4096;

    private static readonly JsonWriterOptions ErrorFormat = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly DocumentCompiler _compiler;
    private readonly PlanCache _cache;
    private readonly DocumentFinder _documents;

    public GraphQLExecutor(GraphQLSchema schema, ExecutionOptions? options = null)
    {
        Schema = schema;
        Options = options ?? new ExecutionOptions();
        _compiler = new DocumentCompiler(schema, Options);
        _cache = new PlanCache(Options.PlanCacheBytes, Options.Clock);
        _documents = new DocumentFinder(Options);
    }

    /// <summary>The schema.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>Limits and hooks.</summary>
    public ExecutionOptions Options { get; }

    /// <summary>Runs a query or mutation. Completes synchronously when nothing in it is asynchronous.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="services">The services of this request; its <see cref="IFieldAuthorizer"/> answers for the caller.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the answer any longer; this alone makes the call throw.</param>
    public ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation = default) =>
        ExecuteAsync(Prepare(request, services), request, services, cancellation);

    /// <summary>Starts a subscription. Exactly one of the two is not null: the stream, or why there is none.</summary>
    /// <param name="request">What to run; <see cref="ExecuteAsync(GraphQLRequest, IServiceProvider, CancellationToken)"/> is for everything but subscriptions.</param>
    /// <param name="services">Must live as long as the stream is read.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public (EventStream? Stream, ExecutionResult? Refusal) Subscribe(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation) =>
        Subscribe(Prepare(request, services), request, services, cancellation);

    internal ValueTask<ExecutionResult> ExecuteAsync(PlanEntry entry, GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        if (entry.Plan is not { } plan)
            return new(Refuse(entry.Refusal, entry.Errors));
        if (plan.ConstantAnswer is { } finished && !request.ReportsCost)
            return new(ExecutionResult.OfBytes(finished));
        if (plan.Kind == OperationType.Subscription || (request.OnlyQueries && plan.Kind != OperationType.Query))
            return new(Refuse(ExecutionOutcome.OperationNotPermitted, [new GraphQLError($"Operation \"{plan.Kind}\" is not possible here.") { Code = "OPERATION_NOT_PERMITTED" }]));
        object?[]? variables = [];
        if (plan.Variables.Length > 0 && (variables = Variables.Coerce(plan, request, Options.Introspection(services), out var errors)) is null)
            return new(Refuse(ExecutionOutcome.VariablesInvalid, errors!));
        if (CostCheck.Refusal(plan, variables, request, Options, services, out var cost) is { } tooDear)
            return new(tooDear);
        if (request.AcceptsIncremental && plan.Incremental is { } parts)
            plan = parts.For(variables);
        return OperationRunner.RunAsync(new RequestRun(plan, variables, new Utf8Output(), services, Options, cancellation) { CostReport = cost });
    }

    internal (EventStream? Stream, ExecutionResult? Refusal) Subscribe(PlanEntry entry, GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        if (entry.Plan is not { } plan)
            return (null, Refuse(entry.Refusal, entry.Errors));
        object?[]? variables = [];
        if (plan.Variables.Length > 0 && (variables = Variables.Coerce(plan, request, Options.Introspection(services), out var errors)) is null)
            return (null, Refuse(ExecutionOutcome.VariablesInvalid, errors!));
        if (CostCheck.Refusal(plan, variables, request, Options, services, out _) is { } tooDear)
            return (null, tooDear);
        var output = new Utf8Output();
        var run = new RequestRun(plan, variables, output, services, Options, cancellation);
        var field = plan.RootSelection.Fields[0];
        try
        {
            if (!run.Refuses(field))
                return (new EventStream(plan, variables, Options, plan.EventSource!.Subscribe(new ResolveCall(run, field, RootValue.Instance, null, 0))), null);
        }
        catch (Exception failure) when (run.IsFieldFailure(failure))
        {
            run.Failure = failure;
        }
        finally
        {
            output.Release();
        }

        run.Report(Outcome.Failed, field);
        return (null, Refuse(ExecutionOutcome.OperationNotPermitted, run.Errors!));
    }

    /// <summary>Looks the document up or compiles it; once per request, because each look counts for admission to the cache.</summary>
    internal PlanEntry Prepare(GraphQLRequest request, IServiceProvider services)
    {
        if (_documents.Find(request, out var isTrusted, out var refusal) is not { } text)
            return refusal!;
        var isEscaped = request.QueryIsEscaped && request.DocumentHash is null;
        var allowsIntrospection = Options.Introspection(services);
        var name = request.OperationName;
        var length = text.Length + 1 + (name is null ? 0 : Encoding.UTF8.GetMaxByteCount(name.Length));
        var rented = length <= MaxStackKey ? null : ArrayPool<byte>.Shared.Rent(length);
        var key = rented ?? stackalloc byte[MaxStackKey];
        text.Span.CopyTo(key);
        var used = text.Length;
        key[used++] = (byte)((allowsIntrospection ? 1 : 0) + (isEscaped ? 2 : 0) + (name is null ? 0 : 4));
        if (name is not null)
            used += Encoding.UTF8.GetBytes(name, key[used..]);
        try
        {
            if (_cache.TryGet(key[..used], out var known))
                return known;
            var entry = _compiler.Compile(text, isEscaped, name, allowsIntrospection);
            _cache.Offer(key[..used], entry, isTrusted);
            return entry;
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>An answer without data.</summary>
    internal static ExecutionResult Refuse(ExecutionOutcome outcome, IReadOnlyList<GraphQLError> errors, TimeSpan? retryAfter = null)
    {
        var output = new Utf8Output();
        output.Raw("{"u8);
        WriteErrors(output, errors);
        output.Raw("}"u8);
        return ExecutionResult.Of(output, outcome, retryAfter: retryAfter);
    }

    internal static void WriteErrors(Utf8Output output, IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ErrorFormat))
        {
            writer.WriteStartArray();
            foreach (var error in errors)
                error.WriteTo(writer);
            writer.WriteEndArray();
        }

        output.Raw("\"errors\":"u8);
        output.Raw(buffer.WrittenSpan);
    }
}
