using Microsoft.Extensions.Logging.Console;

namespace ServiceCrm.Host.Telemetry;

/// <summary>Plain lines for people, or one JSON object a line for machines (<c>Logging:Format</c> = Plain | Json); both with trace ids.</summary>
internal static class Logs
{
    /// <exception cref="StartRefusedException">when the format is neither</exception>
    public static bool IsJson(IConfiguration configuration) => (configuration["Logging:Format"] ?? "Plain").ToUpperInvariant() switch
    {
        "JSON" => true,
        "PLAIN" => false,
        _ => throw new StartRefusedException($"Logging:Format is “{configuration["Logging:Format"]}”; choose Plain or Json."),
    };

    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Logging.ClearProviders();
        if (IsJson(builder.Configuration))
        {
            builder.Logging.AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(o =>
            {
                o.SingleLine = true;
                o.TimestampFormat = "HH:mm:ss ";
                o.ColorBehavior = LoggerColorBehavior.Default;
            });
        }
    }
}
