using System.Diagnostics;
using System.Net.Http.Json;

namespace ServiceCrm.Benchmarks;

/// <summary>
/// CPU time per request of our engine against the plain endpoint: both run side by side as child processes with the same settings, rounds are
/// interleaved, the median counts. The load generator's own CPU is not measured.
/// </summary>
internal sealed class Comparison(TimeSpan round, int rounds)
{
    private const int Connections = 16;

    public async Task<bool> RunAsync()
    {
        using var plain = new Candidate("plain", 5871);
        using var ours = new Candidate("graphql", 5872);
        await Task.WhenAll(plain.WaitAsync(), ours.WaitAsync());
        Console.WriteLine($"{"",-16}{"plain us",10}{"ours us",10}{"ratio",8}{"bar",6}{"plain B",10}{"ours B",10}   (CPU and allocations per request, median of {rounds} rounds)");
        var isGood = true;
        foreach (var (name, query, bar) in Queries.All)
        {
            await CheckSameAsync(plain, ours, name, query);
            await plain.MeasureAsync(query, round);
            await ours.MeasureAsync(query, round);
            var measured = new List<(Sample Plain, Sample Ours)>();
            for (var i = 0; i < rounds; i++)
                measured.Add((await plain.MeasureAsync(query, round), await ours.MeasureAsync(query, round)));
            var ratio = Median(measured.Select(pair => pair.Plain.Microseconds / pair.Ours.Microseconds));
            isGood &= ratio >= bar;
            Console.WriteLine(
                $"{name,-16}{Median(measured.Select(pair => pair.Plain.Microseconds)),10:F1}{Median(measured.Select(pair => pair.Ours.Microseconds)),10:F1}{ratio,8:F2}{bar,6:F1}" +
                $"{Median(measured.Select(pair => pair.Plain.Bytes)),10:F0}{Median(measured.Select(pair => pair.Ours.Bytes)),10:F0}");
        }

        return isGood;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task CheckSameAsync(Candidate plain, Candidate ours, string name, string query)
    {
        var (expected, actual) = (await plain.AnswerAsync(query), await ours.AnswerAsync(query));
        if (!System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(expected), System.Text.Json.Nodes.JsonNode.Parse(actual)))
            throw new InvalidOperationException($"{name}: the answers differ.\n{expected[..Math.Min(300, expected.Length)]}\n{actual[..Math.Min(300, actual.Length)]}");
    }

    private readonly record struct Sample(double Microseconds, double Bytes);

    private sealed class Candidate : IDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _http;

        public Candidate(string kind, int port)
        {
            var url = $"http://127.0.0.1:{port}";
            _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(url) };
            _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", kind, url]) { UseShellExecute = false })!;
        }

        public async Task WaitAsync()
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await _http.GetStringAsync("/allocated");
                    return;
                }
                catch (HttpRequestException) when (attempt < 300 && !_process.HasExited)
                {
                    await Task.Delay(100);
                }
            }
        }

        public async Task<string> AnswerAsync(string query)
        {
            using var response = await _http.PostAsJsonAsync("/graphql", new { query });
            return await response.Content.ReadAsStringAsync();
        }

        public async Task<Sample> MeasureAsync(string query, TimeSpan time)
        {
            var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { query });
            var (cpu, bytes) = (Cpu(), await AllocatedAsync());
            var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
            var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => LoadAsync(body, until))));
            var requests = counts.Sum();
            return new Sample((Cpu() - cpu).TotalMicroseconds / requests, (double)(await AllocatedAsync() - bytes) / requests);
        }

        public void Dispose()
        {
            _process.Kill();
            _process.Dispose();
            _http.Dispose();
        }

        private TimeSpan Cpu()
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }

        private async Task<long> AllocatedAsync() => long.Parse(await _http.GetStringAsync("/allocated"), System.Globalization.CultureInfo.InvariantCulture);

        private async Task<int> LoadAsync(byte[] body, long until)
        {
            var count = 0;
            for (; Stopwatch.GetTimestamp() < until; count++)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new("application/json");
                using var response = await _http.PostAsync("/graphql", content);
                await response.Content.CopyToAsync(Stream.Null);
            }

            return count;
        }
    }
}
