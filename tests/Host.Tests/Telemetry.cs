using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>What an operator gets to see: traces, metrics, log lines, and the number a person was told.</summary>
public sealed class Telemetry
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "/opentelemetry.proto.collector.trace.v1.TraceService/Export", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    [InlineData(false, "/v1/traces", "/v1/metrics")]
    public async Task Traces_and_metrics_reach_the_collector_by_either_protocol(bool grpc, string traces, string metrics)
    {
        await using var collector = await OtlpCollector.Start(grpc);
        await using (var server = await TestServer.Start(settings: [("Telemetry:OtlpEndpoint", collector.Url), ("Telemetry:OtlpProtocol", grpc ? "grpc" : "http/protobuf")]))
        {
            var admin = await server.AsAdmin();
            await admin.Ticket();
        }

        await HostProcess.Until(() => collector.Received.Any(r => r.Path == traces) && collector.Received.Any(r => r.Path == metrics));
        collector.Received.Select(r => r.ContentType).Distinct().ShouldHaveSingleItem().ShouldStartWith(grpc ? "application/grpc" : "application/x-protobuf");
        collector.Received.ShouldAllBe(r => r.Body.Contains("servicecrm"));
        collector.Received.Where(r => r.Path == traces).ShouldContain(r => r.Body.Contains("Microsoft.AspNetCore"));
        collector.Received.Where(r => r.Path == metrics).ShouldContain(r => r.Body.Contains("http.server.request.duration"));
    }

    [Fact]
    public async Task Slow_operations_are_logged_with_name_cost_and_hash()
    {
        using var log = new LogLines();
        await using var server = await TestServer.Start(settings: [("Logging:LogLevel:Default", "Warning"), ("GraphQL:SlowMilliseconds", "0")]);
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var admin = await server.AsAdmin();
        await admin.Send("query WhoAmI { viewer { name } }");
        log.All.ShouldContain(line => Regex.IsMatch(line, "Slow query WhoAmI: [0-9]+ ms, cost 11, Data, document sha256:[0-9a-f]{64}", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_number_of_a_masked_error_is_in_the_log_with_its_cause()
    {
        using var log = new LogLines();
        await using var server = await TestServer.Start(settings: ("Logging:LogLevel:Default", "Error"));
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var admin = await server.AsAdmin();
        await server.InScope((_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE tickets_tickets RENAME TO gone"));
        await server.InScope((_, db) => db.Database.ExecuteSqlRawAsync("ALTER TABLE platform_files RENAME TO files_gone"));
        var answers = new[]
        {
            (await admin.Send("{ tickets { nodes { id } } }")).ToString(),
            (await admin.Send("mutation { createTicket(input: { subject: \"x\", body: \"y\" }) { errors { message } } }")).ToString(),
            await (await admin.Http.GetAsync(new Uri($"/files/{ServiceCrm.GraphQL.GlobalId.Encode("File", Guid.NewGuid())}", UriKind.Relative), Ct)).Content.ReadAsStringAsync(Ct),
        };
        foreach (var answer in answers)
        {
            answer.ShouldContain("INTERNAL");
            answer.ShouldNotContain("no such table");
            var number = Regex.Match(answer, "[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            number.ShouldNotBeEmpty(answer);
            log.All.ShouldContain(line => line.Contains(number) && line.Contains("no such table"), answer);
        }
    }

    [Fact]
    public async Task Json_logs_are_one_object_a_line_and_carry_the_trace()
    {
        using var folder = new TempFolder();
        await using var server = HostProcess.Launch("--demo", "--urls", "http://127.0.0.1:0", "--DataDirectory", folder.Path, "--Logging:Format", "Json", "--Logging:LogLevel:Microsoft.AspNetCore", "Information");
        using var nobody = new GraphQLClient(await server.Ready());
        await nobody.Send("{ viewer { name } }");
        await HostProcess.Until(() => server.Output.Any(l => l.Contains("Request finished", StringComparison.Ordinal)));
        server.Terminate();
        (await server.Exit()).ShouldBe(0, server.Said);
        server.Errors.ShouldBeEmpty();
        var lines = server.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count.ShouldBeGreaterThan(4);
        lines.ShouldAllBe(l => l.ValueKind == JsonValueKind.Object && l.GetProperty("Message").GetString()!.Length > 0);
        var request = lines.Last(l => l.Text("Message")!.StartsWith("Request finished", StringComparison.Ordinal));
        request.GetProperty("Scopes").EnumerateArray().ShouldContain(s => s.ToString().Contains("TraceId"));
        DateTimeOffset.Parse(request.Text("Timestamp")!, System.Globalization.CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.Zero);
    }
}
