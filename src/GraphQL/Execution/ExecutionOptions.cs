namespace ServiceCrm.GraphQL;

/// <summary>What an executor allows and whom it asks.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Bytes, tokens and nesting of a document.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>Deepest selection of fields.</summary>
    public int MaxDepth { get; init; } = 25;

    /// <summary>Most fields with an alias in an operation, fragments counted where they are spread.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Most directives at one place.</summary>
    public int MaxDirectives { get; init; } = 10;

    /// <summary>Most fields at the root of an operation.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>Most fields of an operation, fragments counted where they are spread.</summary>
    public int MaxFields { get; init; } = 5000;

    /// <summary>Most rows that the steps of one request may gather.</summary>
    public int MaxNodes { get; init; } = 100_000;

    /// <summary>
    /// Charges the caller for an operation before it runs, and says what he may spend; null means that nothing is limited. An operation above the maximum
    /// is refused with LIMIT_EXCEEDED, one that the budget does not reach for with BUDGET_EXHAUSTED.
    /// </summary>
    public Func<IServiceProvider, OperationCost, CostAllowance?>? Charge { get; init; }

    /// <summary>How long a list counts whose length the schema does not say.</summary>
    public double AssumedListSize { get; init; } = 10;

    /// <summary>Whether the caller may see the schema; also switches "did you mean".</summary>
    public Func<IServiceProvider, bool> Introspection { get; init; } = _ => true;

    /// <summary>Turns an exception of a resolver into what the client sees (message, code, extensions; the engine adds place and path).</summary>
    public Func<Exception, GraphQLError>? MapError { get; init; }

    /// <summary>Called when a mutation has failed, so that what it left unfinished in the request's services does not become part of the next one.</summary>
    public Action<IServiceProvider>? MutationFailed { get; init; }

    /// <summary>Whether a mutation that failed like this only lost a race and is to be run again from its start, a few times at most.</summary>
    public Func<Exception, bool>? RetryMutation { get; init; }

    /// <summary>Longest time for one request or one event of a subscription.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an operation may take before <see cref="SlowOperation"/> hears of it.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Hears of slow operations; what it throws harms no request.</summary>
    public Action<OperationReport>? SlowOperation { get; init; }

    /// <summary>Bytes that cached plans may take, estimated.</summary>
    public int PlanCacheBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Documents that clients may name by their hash.</summary>
    public TrustedDocuments TrustedDocuments { get; init; } = TrustedDocuments.None;

    /// <summary>Refuses every document that is not trusted.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>Bytes for documents that clients register themselves (Apollo's automatic persisted queries); 0 switches them off.</summary>
    public int AutomaticDocumentBytes { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
