using System.Net.WebSockets;
using System.Threading.Channels;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>One operation on a connection: a query, a mutation, or a subscription with its bounded queue of events.</summary>
internal sealed class RunningOperation(GraphQLExecutor executor, string id, GraphQLRequest request, IOperationOwner owner, CancellationToken ended)
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    /// <summary>Completes when nothing of the operation runs any longer; never fails.</summary>
    public Task Done => _done.Task;

    /// <summary>Starts on another thread, so that an operation that computes long does not keep the connection from reading.</summary>
    public void Start() => _ = Task.Run(RunAsync, CancellationToken.None);

    /// <summary>Stops the operation at the client's wish and waits for its clean-up.</summary>
    public async Task StopAsync()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It came to its end at the same moment.
        }

        await Done;
    }

    private async Task RunAsync()
    {
        try
        {
            await using var scope = owner.Options.CreateScope();
            await RunAsync(scope.ServiceProvider);
        }
        catch (SessionEndException end)
        {
            owner.End(end);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Stopped by the client or with the connection: there is nobody to tell.
        }
        catch (Exception failure)
        {
            await ReportAsync(failure);
        }
        finally
        {
            owner.Operations.Release(this);
            _stop.Dispose();
            _done.SetResult();
            owner.Operations.Finished(this);
        }
    }

    private async Task RunAsync(IServiceProvider services)
    {
        if (!await owner.Options.IsStillAllowed(services))
            throw new SessionEndException(CloseCodes.Forbidden, "Forbidden");
        var entry = executor.Prepare(request, services);
        if (entry.Plan is { Kind: OperationType.Subscription })
        {
            await SubscribeAsync(entry, services);
            return;
        }

        request.AcceptsIncremental = true;
        using var result = await executor.ExecuteAsync(entry, request, services, _stop.Token);
        if (result.Outcome is not (ExecutionOutcome.Data or ExecutionOutcome.DataWithErrors))
        {
            await RefuseAsync(result);
            return;
        }

        await owner.NextAsync(id, result, _stop.Token);
        if (result.Later is not null)
        {
            await foreach (var payload in result.Later)
                await owner.NextAsync(id, payload, _stop.Token);
        }

        await CompleteAsync();
    }

    private async Task SubscribeAsync(PlanEntry entry, IServiceProvider services)
    {
        var (stream, refusal) = executor.Subscribe(entry, request, services, _stop.Token);
        if (stream is null)
        {
            using (refusal)
                await RefuseAsync(refusal!);
            return;
        }

        var events = Channel.CreateBounded<object?>(new BoundedChannelOptions(owner.Options.MaxWaitingEvents) { SingleReader = true, SingleWriter = true });
        var reading = ReadEventsAsync(stream, events.Writer);
        try
        {
            await foreach (var value in events.Reader.ReadAllAsync(_stop.Token))
            {
                if (!await SendEventAsync(stream, value))
                    return;
            }

            await CompleteAsync();
        }
        finally
        {
            await _stop.CancelAsync();
            await reading;
        }
    }

    // Reading never waits for the client: whoever publishes must not be held up by one slow reader, who is dropped instead.
    private async Task ReadEventsAsync(EventStream stream, ChannelWriter<object?> queue)
    {
        try
        {
            await foreach (var value in stream.Events.WithCancellation(_stop.Token))
            {
                if (!queue.TryWrite(value))
                {
                    queue.Complete(new GraphQLFieldException("TOO_SLOW", "Events come faster than they are read."));
                    return;
                }
            }

            queue.Complete();
        }
        catch (Exception failure)
        {
            queue.Complete(failure);
        }
    }

    private async Task<bool> SendEventAsync(EventStream stream, object? value)
    {
        await using var scope = owner.Options.CreateScope();
        if (!await owner.Options.IsStillAllowed(scope.ServiceProvider))
            throw new SessionEndException(CloseCodes.Forbidden, "Forbidden");
        if (stream.Refusal(scope.ServiceProvider) is { } refusal)
        {
            using (refusal)
                await RefuseAsync(refusal);
            return false;
        }

        using var result = await stream.ExecuteAsync(value, scope.ServiceProvider, _stop.Token);
        await owner.NextAsync(id, result, _stop.Token);
        return true;
    }

    private async Task ReportAsync(Exception failure)
    {
        try
        {
            var error = failure is GraphQLFieldException known ? new GraphQLError(known.Message) { Code = known.Code }
                : executor.Options.MapError?.Invoke(failure) ?? new GraphQLError("Something went wrong here.") { Code = "INTERNAL" };
            using var refusal = GraphQLExecutor.Refuse(ExecutionOutcome.OperationNotPermitted, [new GraphQLError(error.Message) { Code = error.Code ?? "INTERNAL" }]);
            await RefuseAsync(refusal);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The connection went at the same moment.
        }
    }

    // The id is free again before the client hears of the end, so that it may use it at once.
    private ValueTask RefuseAsync(ExecutionResult refusal)
    {
        owner.Operations.Release(this);
        return owner.ErrorAsync(id, refusal);
    }

    private ValueTask CompleteAsync()
    {
        owner.Operations.Release(this);
        return owner.CompleteAsync(id);
    }
}
