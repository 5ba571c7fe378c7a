namespace ServiceCrm.GraphQL.Execution;

/// <summary>Spec section 6.2: runs one operation and frames its answer.</summary>
internal static class OperationRunner
{
    /// <summary>Runs the operation, watched by whoever wants to know of it.</summary>
    public static ValueTask<ExecutionResult> RunAsync(RequestRun run)
    {
        if (OperationTelemetry.HasListeners)
            return RunTracedAsync(run);
        var start = run.Options.Clock.GetTimestamp();
        var running = StartAsync(run);
        if (!running.IsCompletedSuccessfully)
            return AwaitAsync(run, running, start);
        var result = running.Result;
        Report(run, start, result.Outcome);
        return new(result);
    }

    private static async ValueTask<ExecutionResult> RunTracedAsync(RequestRun run)
    {
        var span = OperationTelemetry.StartOperation(run.Plan);
        try
        {
            return await AwaitAsync(run, StartAsync(run), run.Options.Clock.GetTimestamp());
        }
        finally
        {
            OperationTelemetry.Stop(span, run.Errors is not null);
        }
    }

    private static async ValueTask<ExecutionResult> AwaitAsync(RequestRun run, ValueTask<ExecutionResult> running, long start)
    {
        var result = await running;
        Report(run, start, result.Outcome);
        return result;
    }

    private static void Report(RequestRun run, long start, ExecutionOutcome outcome)
    {
        var duration = run.Options.Clock.GetElapsedTime(start);
        OperationTelemetry.Record(run.Plan, duration, outcome);
        if (duration < run.Options.SlowAfter || run.Options.SlowOperation is not { } listener)
            return;
        try
        {
            var cost = CostMeasure.Of(run.Plan, run.Variables, run.Options.AssumedListSize);
            listener(new OperationReport(run.Plan.KindName, run.Plan.OperationName, run.Plan.DocumentHash, duration, cost, outcome));
        }
        catch (Exception)
        {
            // Whoever listens must not break what he listens to.
        }
    }

    private static ValueTask<ExecutionResult> StartAsync(RequestRun run)
    {
        run.Output.Raw("{\"data\":"u8);
        if (run.Plan.Kind == OperationType.Mutation || run.Plan.ColumnCount > 0)
            return RunGuardedAsync(run);
        try
        {
            return new(Finish(run, run.Plan.RootSelection.Write(run, RootValue.Instance, 0)));
        }
        catch
        {
            run.Output.Release();
            throw;
        }
    }

    private static async ValueTask<ExecutionResult> RunGuardedAsync(RequestRun run)
    {
        using var limit = new CancellationTokenSource(run.Options.TimeLimit, run.Options.Clock);
        await using var abort = run.Aborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        run.Cancellation = limit.Token;
        try
        {
            var fits = run.Plan.Kind == OperationType.Mutation ? await MutateAsync(run) : await QueryAsync(run);
            return Finish(run, fits);
        }
        catch
        {
            run.Output.Release();
            throw;
        }
    }

    private static async ValueTask<bool> QueryAsync(RequestRun run)
    {
        var root = new Table(run.Plan.Root, null, 1);
        root.Add(run, RootValue.Instance, run.Plan.RootSelection);
        await new StepRunner(run).ResolveAsync(root);
        return run.Plan.RootSelection.Write(run, RootValue.Instance, 0);
    }

    /// <summary>Root fields one after the other (spec section 6.2.2): each is resolved and written before the next one starts.</summary>
    private static async ValueTask<bool> MutateAsync(RequestRun run)
    {
        var root = new Table(run.Plan.Root, null, 1);
        root.Add(run, RootValue.Instance, run.Plan.RootSelection);
        var steps = new StepRunner(run);
        var isFirst = true;
        run.Output.Raw((byte)'{');
        for (var i = 0; i < run.Plan.RootSelection.Fields.Length; i++)
        {
            var field = run.Plan.RootSelection.Fields[i];
            if (!run.Includes(field))
                continue;
            run.ForgetLoaded();
            if (field is ColumnField column)
                await steps.ResolveAsync(root, column);
            run.Output.Raw(isFirst ? field.FirstKey : field.Key);
            isFirst = false;
            if (!Selection.WriteField(run, field, RootValue.Instance))
                return false;
        }

        run.Output.Raw((byte)'}');
        return true;
    }

    private static ExecutionResult Finish(RequestRun run, bool fits)
    {
        var output = run.Output;
        if (!fits)
        {
            run.CutBack(0);
            output.Raw("{\"data\":null"u8);
        }

        if (run.Errors is { } errors)
        {
            output.Raw((byte)',');
            GraphQLExecutor.WriteErrors(output, errors);
        }

        if (run.CostReport is { } cost)
        {
            output.Raw(",\"extensions\":{\"cost\":"u8);
            output.Raw(cost);
            output.Raw((byte)'}');
        }

        var delivery = run.Later is null ? null : new IncrementalDelivery(run);
        var hasLater = delivery?.Begin(output) ?? false;
        output.Raw((byte)'}');
        if (run.Plan.IsConstant && run.Errors is null)
            run.Plan.ConstantAnswer = output.Written.ToArray();
        var outcome = run.Errors is null ? ExecutionOutcome.Data : ExecutionOutcome.DataWithErrors;
        return ExecutionResult.Of(output, outcome, run.SucceededMutations, hasLater ? delivery!.RunAsync() : null);
    }
}
