using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServiceCrm.GraphQL.Fuzz;

/// <summary>What came of the requests, by their kinds.</summary>
internal sealed class Tally
{
    private const double Bar = 50;
    private const long FlatBytes = 20 * 1024 * 1024;

    private readonly SortedDictionary<string, (int Count, int Data, double Slowest)> _kinds = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private byte[] _slowest = [];
    private long _memory;

    public void MarkMemory() => _memory = Settled();

    public async Task Add(string kind, byte[] body, Endpoint endpoint)
    {
        var (milliseconds, hasData) = await Run(body, endpoint);

        // The machine pauses now and then; a request that is slow by itself is so each time.
        for (var again = 0; milliseconds > Bar / 2 && again < 4; again++)
            milliseconds = Math.Min(milliseconds, (await Run(body, endpoint)).Milliseconds);
        var (count, data, slowest) = _kinds.GetValueOrDefault(kind);
        if (milliseconds > _kinds.Values.Select(known => known.Slowest).DefaultIfEmpty().Max())
            _slowest = body;
        _kinds[kind] = (count + 1, data + (hasData ? 1 : 0), Math.Max(slowest, milliseconds));
    }

    /// <summary>Prints the table; false when a bar is missed.</summary>
    public bool Print(int count, int seed)
    {
        var grown = Settled() - _memory;
        Console.WriteLine($"{"kind",-12}{"requests",10}{"with data",12}{"slowest ms",12}");
        foreach (var (kind, (requests, data, worst)) in _kinds)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-12}{requests,10}{data,12}{worst,12:0.0}"));
        var slowest = _kinds.Values.Max(kind => kind.Slowest);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} requests, seed {seed}: slowest {slowest:0.0} ms (bar {Bar}), memory {grown / 1048576.0:+0.0;-0.0} MB (bar {FlatBytes / 1048576}), {_wrong.Count} wrong answers (bar 0)"));
        if (slowest > Bar)
            File.WriteAllBytes("slowest.json", _slowest);
        _wrong.Take(5).ToList().ForEach(Console.WriteLine);
        return slowest <= Bar && grown < FlatBytes && _wrong.Count == 0;
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task<(double Milliseconds, bool HasData)> Run(byte[] body, Endpoint endpoint)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = ReadOnlyMemory<byte>.Empty;
        try
        {
            (var status, answer) = await endpoint.Post(body);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return (took, Check(body, status, answer));
        }
        catch (Exception failure)
        {
            _wrong.Add($"{failure}\nrequest {Convert.ToBase64String(body)}\nanswer {Encoding.UTF8.GetString(answer.Span)}");
            return (0, false);
        }
    }

    private bool Check(byte[] body, int status, ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        var hasData = json.RootElement.TryGetProperty("data", out var data);
        var hasErrors = json.RootElement.TryGetProperty("errors", out var errors);
        if (status is < 200 or >= 500 || (hasErrors && errors.GetArrayLength() == 0) || (!hasErrors && (!hasData || data.ValueKind != JsonValueKind.Object)))
            _wrong.Add($"{status} {Encoding.UTF8.GetString(answer.Span)}: {Convert.ToBase64String(body)}");
        return hasData;
    }
}
