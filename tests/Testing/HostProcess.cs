using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;

namespace ServiceCrm.Testing;

/// <summary>
/// The server (or one of its verbs) as a process of its own, to be killed, stopped and refused like an installed one. Ended
/// by its process id at the latest when the test ends.
/// </summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>How long any one thing may take; generous, because machines that run tests are busy.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly Task _exit;

    private HostProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceCrm.Host.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _exit = _process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public IReadOnlyList<string> Output => [.. _output];

    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>Everything the process has said, for messages of failed tests.</summary>
    public string Said => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts without waiting for anything.</summary>
    public static HostProcess Launch(params string[] arguments) => new(arguments, null);

    /// <inheritdoc cref="Launch(string[])"/>
    public static HostProcess Launch(IReadOnlyDictionary<string, string> environment, params string[] arguments) => new(arguments, environment);

    /// <summary>Starts a server on a free port with one administrator, not yet listening.</summary>
    public static HostProcess Server(string dataDirectory, params string[] more) => new(
        [
            "--urls", "http://127.0.0.1:0", "--DataDirectory", dataDirectory, "--Setup:AdminEmail", TestServer.AdminEmail, "--Setup:AdminPassword", TestServer.Password,
            "--Access:TriesPerMinute", "1000", .. more,
        ],
        null);

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        await using var process = Launch(arguments);
        var code = await process.Exit();
        return (code, string.Join('\n', process.Output), string.Join('\n', process.Errors));
    }

    /// <summary>Waits until the server listens.</summary>
    /// <returns>its address</returns>
    public async Task<Uri> Ready()
    {
        var line = await Line(said => Address().IsMatch(said));
        return new Uri(Address().Match(line).Groups["url"].Value);
    }

    /// <summary>Waits for a line of the output.</summary>
    public async Task<string> Line(Func<string, bool> wanted)
    {
        string? found = null;
        await Until(() => (found = _output.FirstOrDefault(wanted)) is not null || _exit.IsCompleted);
        return found ?? _output.FirstOrDefault(wanted) ?? throw new InvalidOperationException($"The process ended with {_process.ExitCode} and said:\n{Said}");
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<bool> holds)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            watch.Elapsed.ShouldBeLessThan(Limit);
            await tick.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>the exit code</returns>
    public async Task<int> Exit(TimeSpan? limit = null)
    {
        await _exit.WaitAsync(limit ?? Limit);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a power cut would: nothing in the process gets a say.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _exit.WaitAsync(Limit);
    }

    /// <summary>Asks it to stop (SIGTERM).</summary>
    public void Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    [GeneratedRegex(@"ServiceCrm is at (?<url>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
