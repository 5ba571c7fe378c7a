using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL;

/// <summary>A running subscription (spec section 6.2.3): its events, and the execution of one event.</summary>
public sealed class EventStream
{
    private readonly Plan _plan;
    private readonly object?[] _variables;
    private readonly ExecutionOptions _options;

    internal EventStream(Plan plan, object?[] variables, ExecutionOptions options, IAsyncEnumerable<object?> events)
    {
        _plan = plan;
        _variables = variables;
        _options = options;
        Events = events;
    }

    /// <summary>The events as the resolver gives them; reading them may throw.</summary>
    public IAsyncEnumerable<object?> Events { get; }

    /// <summary>The answer for one event. Give each event services of its own, so that it sees the present data and permissions.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(object? value, IServiceProvider services, CancellationToken cancellation) =>
        OperationRunner.RunAsync(NewRun(services, value, cancellation));

    /// <summary>Why the caller may no longer have the events; null while nothing is against it.</summary>
    public ExecutionResult? Refusal(IServiceProvider services)
    {
        var run = NewRun(services, null, CancellationToken.None);
        if (!run.Refuses(_plan.RootSelection.Fields[0]))
        {
            run.Output.Release();
            return null;
        }

        run.Report(Outcome.Failed, _plan.RootSelection.Fields[0]);
        run.Output.Release();
        return GraphQLExecutor.Refuse(ExecutionOutcome.OperationNotPermitted, run.Errors!);
    }

    private RequestRun NewRun(IServiceProvider services, object? value, CancellationToken cancellation) =>
        new(_plan, _variables, new Utf8Output(), services, _options, cancellation) { Event = value };
}
