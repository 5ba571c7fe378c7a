using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using ServiceCrm.GraphQL.Errors;

namespace ServiceCrm.GraphQL.Tests.Execution;

public sealed class TelemetryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operation_is_a_span_with_its_phases_and_steps()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans.Add);
        using var root = new Activity("test").Start();
        await Run("query Inbox { tickets { nodes { number customer { name } } } }");
        var ours = spans.Where(span => span.TraceId == root.TraceId).ToList();
        ours.Select(span => span.DisplayName).ShouldBe(["graphql.parse", "graphql.validate", "graphql.plan", "graphql.resolve", "graphql.load", "graphql.resolve", "query Inbox"]);
        var operation = ours[^1];
        operation.GetTagItem("graphql.operation.type").ShouldBe("query");
        operation.GetTagItem("graphql.operation.name").ShouldBe("Inbox");
        operation.GetTagItem("graphql.document.hash").ShouldBeOfType<string>().Length.ShouldBe(64);
        ours[4].GetTagItem("graphql.field").ShouldBe("Ticket.customer");
        ours[3].ParentSpanId.ShouldBe(operation.SpanId);
    }

    [Fact]
    public async Task A_failed_field_marks_the_span_of_its_operation()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans.Add);
        using var root = new Activity("test").Start();
        await Run("query Bad { tickets { nodes { broken } } }");
        spans.Single(span => span.TraceId == root.TraceId && span.DisplayName == "query Bad").Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task Listeners_that_throw_harm_no_request()
    {
        using var spans = Listen(_ => throw new InvalidOperationException("stopped"));
        using var starts = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ServiceCrm.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => throw new InvalidOperationException("started"),
        };
        ActivitySource.AddActivityListener(starts);
        using var measurements = new MeterListener { InstrumentPublished = (instrument, meters) => meters.EnableMeasurementEvents(instrument) };
        measurements.SetMeasurementEventCallback<double>((instrument, _, _, _) => Throw(instrument));
        measurements.SetMeasurementEventCallback<long>((instrument, _, _, _) => Throw(instrument));
        measurements.Start();
        var options = new ExecutionOptions { SlowAfter = TimeSpan.Zero, SlowOperation = _ => throw new InvalidOperationException("slow") };
        (await Run("{ tickets(first: 1) { nodes { number customer { name } } } }", options)).ShouldBe("""{"data":{"tickets":{"nodes":[{"number":1001,"customer":{"name":"Customer 2"}}]}}}""");

        static void Throw(Instrument instrument)
        {
            if (instrument.Meter.Name == "ServiceCrm.GraphQL")
                throw new InvalidOperationException("measured");
        }
    }

    [Fact]
    public async Task An_error_map_that_throws_tells_nothing_and_ends_nothing()
    {
        var answer = await Run("{ hello tickets(first: 1) { nodes { number broken } } }", new ExecutionOptions { MapError = _ => throw new InvalidOperationException("secret") });
        answer.ShouldStartWith("""{"data":{"hello":"Hello world","tickets":null},"errors":[{"message":"Something went wrong here.",""");
        answer.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Slow_operations_are_reported_with_name_hash_and_cost()
    {
        var reports = new List<OperationReport>();
        var options = new ExecutionOptions { SlowAfter = TimeSpan.Zero, SlowOperation = reports.Add };
        const string Query = "query Inbox { tickets(first: 3) { nodes { number } } }";
        await Run(Query, options);
        await Run("{ hello }", options);
        await Run("{ hello }", options with { SlowAfter = TimeSpan.FromHours(1) });
        reports.Count.ShouldBe(2);
        reports[0].ShouldBe(new OperationReport("query", "Inbox", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Query))), reports[0].Duration, new OperationCost(11, 4), ExecutionOutcome.Data));
        reports[1].Name.ShouldBeNull();
    }

    [Fact]
    public async Task Durations_are_measured_by_kind_and_outcome()
    {
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Name == "graphql.server.operation.duration")
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        var thread = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread && value >= 0)
                measured.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
        });
        listener.Start();
        using var result = await HelpDesk.Executor().ExecuteAsync(GraphQLRequest.Of("{ hello }"), HelpDesk.Provider(Desk.Sample()), Ct);
        measured.ShouldBe(["query Data"]);
    }

    private static ActivityListener Listen(Action<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ServiceCrm.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    // An executor of its own: documents of other tests must not be in its cache.
    private static async Task<string> Run(string query, ExecutionOptions? options = null)
    {
        using var result = await HelpDesk.Executor(options).ExecuteAsync(GraphQLRequest.Of(query), HelpDesk.Provider(Desk.Sample()), Ct);
        return Encoding.UTF8.GetString(result.Body.Span);
    }
}
