namespace ServiceCrm.GraphQL.Execution;

/// <summary>Measures an operation before it runs, charges the caller, and refuses what he may not spend.</summary>
internal static class CostCheck
{
    /// <summary>Why the operation may not run, null when it may; and the value of <c>extensions.cost</c> when the client asks for it.</summary>
    public static ExecutionResult? Refusal(Plan plan, object?[] variables, GraphQLRequest request, ExecutionOptions options, IServiceProvider services, out byte[]? report)
    {
        report = null;
        if (options.Charge is null && !request.ReportsCost)
            return null;
        OperationCost cost;
        try
        {
            cost = CostMeasure.Of(plan, variables, options.AssumedListSize);
        }
        catch (GraphQLFieldException ambiguous)
        {
            return GraphQLExecutor.Refuse(ExecutionOutcome.ValidationFailed, [new GraphQLError(ambiguous.Message) { Code = ambiguous.Code }]);
        }

        var allowance = options.Charge?.Invoke(services, cost);
        if (request.ReportsCost)
            report = JsonSerializer.SerializeToUtf8Bytes(Describe(cost, allowance));
        if (allowance is not null && cost.Total > allowance.Maximum)
            return Refuse(ExecutionOutcome.ValidationFailed, ErrorCodes.LimitExceeded, $"The operation costs {cost.Total:0}, but at most {allowance.Maximum:0} is allowed.", cost, allowance);
        return allowance?.RetryAfter is { } wait
            ? Refuse(ExecutionOutcome.BudgetExhausted, ErrorCodes.BudgetExhausted, $"The operation costs {cost.Total:0}; your budget reaches for it in {Math.Ceiling(wait.TotalSeconds):0} s.", cost, allowance)
            : null;
    }

    private static ExecutionResult Refuse(ExecutionOutcome outcome, string code, FormattableString message, OperationCost cost, CostAllowance allowance)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["cost"] = Describe(cost, allowance) };
        var error = new GraphQLError(message.ToString(CultureInfo.InvariantCulture)) { Code = code, Extensions = extensions };
        return GraphQLExecutor.Refuse(outcome, [error], allowance.RetryAfter);
    }

    private static Dictionary<string, double> Describe(OperationCost cost, CostAllowance? allowance)
    {
        var report = new Dictionary<string, double>(StringComparer.Ordinal) { ["fieldCost"] = cost.FieldCost, ["typeCost"] = cost.TypeCost, ["total"] = cost.Total };
        if (allowance is null)
            return report;
        report["maximum"] = allowance.Maximum;
        if (allowance.Remaining is { } remaining)
            report["remaining"] = Math.Floor(remaining);
        if (allowance.RetryAfter is { } wait)
            report["retryAfterSeconds"] = Math.Ceiling(wait.TotalSeconds);
        return report;
    }
}
