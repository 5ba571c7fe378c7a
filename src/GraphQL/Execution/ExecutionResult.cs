namespace ServiceCrm.GraphQL;

/// <summary>How far a request came; the transport derives the HTTP status from it.</summary>
public enum ExecutionOutcome
{
    /// <summary>Executed without an error.</summary>
    Data,

    /// <summary>Executed; some fields failed.</summary>
    DataWithErrors,

    /// <summary>The document could not be parsed.</summary>
    ParseFailed,

    /// <summary>The document is not valid for the schema, or breaks a limit.</summary>
    ValidationFailed,

    /// <summary>The document named by its hash is not known, or must not be sent as text.</summary>
    DocumentUnknown,

    /// <summary>The operation to run cannot be told.</summary>
    OperationUnknown,

    /// <summary>The variables do not fit.</summary>
    VariablesInvalid,

    /// <summary>The caller's budget does not reach for the operation; it may later.</summary>
    BudgetExhausted,

    /// <summary>The operation may not run over this transport (a mutation over GET).</summary>
    OperationNotPermitted,
}

/// <summary>The finished answer as JSON bytes in a pooled buffer; dispose it after writing it out.</summary>
public sealed class ExecutionResult : IDisposable
{
    private readonly Execution.Utf8Output? _owner;
    private readonly ReadOnlyMemory<byte> _body;

    private ExecutionResult(ExecutionOutcome outcome, ReadOnlyMemory<byte> body, Execution.Utf8Output? owner)
    {
        Outcome = outcome;
        _body = body;
        _owner = owner;
    }

    /// <summary>How far the request came.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>How many mutations of the operation did what they were asked; the others answered why not.</summary>
    public int SucceededMutations { get; init; }

    /// <summary>For <see cref="ExecutionOutcome.BudgetExhausted"/>: when to ask again.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>
    /// The payloads after this one when the answer comes in parts; null when it is whole. Reading them executes the rest of the operation, so
    /// the services of the request must live until then. Each is valid until the next one is asked for.
    /// </summary>
    public IAsyncEnumerable<ExecutionResult>? Later { get; private init; }

    /// <summary>The JSON object of the answer.</summary>
    public ReadOnlyMemory<byte> Body => _owner is null ? _body : _owner.WrittenMemory;

    /// <summary>An answer of bytes kept elsewhere, for example of a repeated mutation.</summary>
    public static ExecutionResult OfBytes(ReadOnlyMemory<byte> body, ExecutionOutcome outcome = ExecutionOutcome.Data) => new(outcome, body, null);

    internal static ExecutionResult Of(Execution.Utf8Output output, ExecutionOutcome outcome, int succeededMutations = 0, IAsyncEnumerable<ExecutionResult>? later = null, TimeSpan? retryAfter = null) =>
        new(outcome, default, output) { SucceededMutations = succeededMutations, Later = later, RetryAfter = retryAfter };

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _owner?.Release();
}
