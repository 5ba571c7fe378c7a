namespace ServiceCrm.GraphQL.Execution;

/// <summary>Everything that belongs to one execution of a plan. Used by one thread at a time.</summary>
internal sealed partial class RequestRun
{
    private readonly bool[] _included;
    private readonly int _maxNodes;
    private Dictionary<object, Batch>? _batches;
    private int _nodes;

    public RequestRun(Plan plan, object?[] variables, Utf8Output output, IServiceProvider services, ExecutionOptions options, CancellationToken aborted)
    {
        Plan = plan;
        Variables = variables;
        Output = output;
        Later = plan.IsIncremental ? new LaterParts() : null;
        Services = services;
        Options = options;
        Aborted = aborted;
        Cancellation = aborted;
        _included = plan.Conditions.Count == 0 ? [] : plan.Conditions.Evaluate(variables);
        _maxNodes = options.MaxNodes;
        Columns = plan.ColumnCount == 0 ? [] : new Column?[plan.ColumnCount];
        Arguments = plan.ArgumentCount == 0 ? [] : new object?[]?[plan.ArgumentCount];
    }

    public Plan Plan { get; }

    public object?[] Variables { get; }

    public Utf8Output Output { get; set; }

    /// <summary>For an answer in parts: those found so far.</summary>
    public LaterParts? Later { get; }

    public IServiceProvider Services { get; }

    public ExecutionOptions Options { get; }

    /// <summary>Cancelled when nobody waits for the answer any longer.</summary>
    public CancellationToken Aborted { get; }

    /// <summary>What resolvers get: cancelled also when the time is over.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The event of a subscription.</summary>
    public object? Event { get; init; }

    /// <summary>The value of <c>extensions.cost</c> when the client asked for it.</summary>
    public byte[]? CostReport { get; init; }

    /// <summary>How many mutations have done what they were asked.</summary>
    public int SucceededMutations { get; set; }

    public Column?[] Columns { get; }

    /// <summary>Coerced arguments with variables, by the number of their <see cref="ArgumentPlan"/>.</summary>
    public object?[]?[] Arguments { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Includes(PlanField field) => field.Condition < 0 || _included[field.Condition];

    /// <summary>The loads of one loader in this request.</summary>
    public Batch<TKey, TValue> BatchOf<TKey, TValue>(BatchLoader<TKey, TValue> loader)
        where TKey : notnull
    {
        if ((_batches ??= []).TryGetValue(loader, out var known))
            return (Batch<TKey, TValue>)known;
        var batch = new Batch<TKey, TValue>(loader);
        _batches[loader] = batch;
        return batch;
    }

    /// <summary>Forgets what was loaded: the next mutation may have changed it.</summary>
    public void ForgetLoaded()
    {
        foreach (var batch in _batches?.Values ?? Enumerable.Empty<Batch>())
            batch.Clear();
    }

    public void CountNode()
    {
        if (++_nodes > _maxNodes)
            throw new GraphQLFieldException(ErrorCodes.LimitExceeded, $"The operation would return more than {_maxNodes} objects.");
    }
}
