using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ServiceCrm.Host.Telemetry;

/// <summary>Traces and metrics by OTLP, when <c>Telemetry:OtlpEndpoint</c> (or OTEL_EXPORTER_OTLP_ENDPOINT) is set.</summary>
internal static class Traces
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "ServiceCrm.GraphQL"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "ServiceCrm.GraphQL"];

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var endpoint = configuration["Telemetry:OtlpEndpoint"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(endpoint))
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
        {
            throw new StartRefusedException($"Telemetry:OtlpEndpoint is “{endpoint}”, which is not a URL.");
        }

        var protocol = Protocol(configuration["Telemetry:OtlpProtocol"] ?? configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? "grpc");
        var resource = ResourceBuilder.CreateDefault().AddService("servicecrm");
        services.AddSingleton(Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(o => Send(o, protocol, address, "traces")).Build()!);
        services.AddSingleton(Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(o => Send(o, protocol, address, "metrics")).Build()!);
        services.AddHostedService<KeepTelemetry>();
    }

    private static OtlpExportProtocol Protocol(string name) => name.ToUpperInvariant() switch
    {
        "GRPC" => OtlpExportProtocol.Grpc,
        "HTTP/PROTOBUF" => OtlpExportProtocol.HttpProtobuf,
        _ => throw new StartRefusedException($"Telemetry:OtlpProtocol is “{name}”; choose grpc or http/protobuf."),
    };

    private static void Send(OtlpExporterOptions options, OtlpExportProtocol protocol, Uri address, string signal)
    {
        options.Protocol = protocol;
        // The exporter appends the signal's path to an address from the environment only, not to one that is set here.
        options.Endpoint = protocol == OtlpExportProtocol.Grpc ? address : new Uri($"{address.ToString().TrimEnd('/')}/v1/{signal}");
    }

    /// <summary>Takes the providers from the container, which so disposes (and flushes) them at the end.</summary>
    private sealed class KeepTelemetry(TracerProvider traces, MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(3000);
            meters.ForceFlush(3000);
            return Task.CompletedTask;
        }
    }
}
