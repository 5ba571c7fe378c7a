using System.Globalization;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Verbs;

/// <summary>Proves that the security log is as it was written.</summary>
internal static class AuditVerb
{
    public static async Task<int> Verify(IServiceProvider services, string[] args, TextWriter output, CancellationToken ct)
    {
        (long, string)? expected = args switch
        {
            [] => null,
            ["--expect", var mark] => Read(mark) ?? throw new StartRefusedException($"“{mark}” is no SEQUENCE:HASH, as an earlier check has printed it."),
            _ => throw new StartRefusedException("audit verify [--expect SEQUENCE:HASH]"),
        };
        await using var scope = services.For(Caller.System);
        var report = await SecurityLogCheck.Run(scope.ServiceProvider.GetRequiredService<CrmDb>(), expected, ct);
        await output.WriteLineAsync($"{report.Entries} entries{(report.First is { } first ? $", from {Time(first)} to {Time(report.Last!)}" : "")}");
        if (report.Fault is { } fault)
        {
            await output.WriteLineAsync($"BROKEN: {fault}");
            return 1;
        }

        await output.WriteLineAsync("The chain is whole. Note its end down elsewhere; with --expect it proves later that nothing before it was changed:");
        await output.WriteLineAsync(report.Head);
        return 0;
    }

    private static (long, string)? Read(string mark) =>
        mark.Split(':') is [var sequence, { Length: 64 } hash] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, hash) : null;

    private static string Time(SecurityEntry entry) => entry.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
