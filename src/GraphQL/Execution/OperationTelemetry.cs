using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Spans and metrics by OpenTelemetry's conventions for GraphQL servers: one span for an operation, one for each phase of a document that is
/// not cached, one for each step that resolves. Nothing is made while nobody listens, and a listener that throws harms no request.
/// </summary>
internal static class OperationTelemetry
{
    private const string Name = "ServiceCrm.GraphQL";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("graphql.server.operation.duration", "s", "Duration of GraphQL operations.");
    private static readonly Counter<long> Compilations = Meter.CreateCounter<long>("graphql.server.document.compilations", description: "Documents that were in no cache.");

    /// <summary>Whether anybody listens to spans.</summary>
    public static bool HasListeners => Spans.HasListeners();

    /// <summary>Starts the span of a phase or step; null while nobody listens. Give it to <see cref="Stop"/>.</summary>
    public static Activity? Start(string name, params ReadOnlySpan<(string Key, object? Value)> tags)
    {
        if (!Spans.HasListeners())
            return null;
        try
        {
            var span = Spans.StartActivity(name);
            foreach (var (key, value) in tags)
                span?.SetTag(key, value);
            return span;
        }
        catch (Exception)
        {
            return null;
        }
    }

    public static void Stop(Activity? span, bool hasFailed = false)
    {
        try
        {
            if (hasFailed)
                span?.SetStatus(ActivityStatusCode.Error);
            span?.Dispose();
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }

    public static Activity? StartOperation(Plan plan) => !HasListeners ? null : Start(
        plan.OperationName is null ? plan.KindName : $"{plan.KindName} {plan.OperationName}",
        ("graphql.operation.type", plan.KindName),
        ("graphql.operation.name", plan.OperationName),
        ("graphql.document.hash", plan.DocumentHash));

    public static void CountCompilation() => Observe(() => Compilations.Add(1));

    public static void Record(Plan plan, TimeSpan duration, ExecutionOutcome outcome)
    {
        if (Durations.Enabled)
            Observe(() => Durations.Record(duration.TotalSeconds, new("graphql.operation.type", plan.KindName), new("graphql.outcome", outcome)));
    }

    private static void Observe(Action record)
    {
        try
        {
            record();
        }
        catch (Exception)
        {
            // The listener's own affair.
        }
    }
}
