using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ServiceCrm.Testing;

/// <summary>
/// A private PostgreSQL from the installed binaries: own data directory, free port of 127.0.0.1, started when the first
/// test asks and stopped with the test process.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<Task<Running>> Server = new(Start);
    private static int _databases;

    /// <summary>Why tests on PostgreSQL are skipped, or null when they can run.</summary>
    public static string? MissingBecause { get; } = Binaries() is null ? "PostgreSQL's server binaries are not installed" : null;

    /// <returns>the connection string of a new, empty database</returns>
    public static async Task<string> CreateDatabase()
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await Execute(server.ConnectionTo("postgres"), $"CREATE DATABASE {name}");
        return server.ConnectionTo(name);
    }

    public static async Task DropDatabase(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        NpgsqlConnection.ClearAllPools();
        await Execute((await Server.Value).ConnectionTo("postgres"), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static async Task<Running> Start()
    {
        var binaries = Binaries() ?? throw new InvalidOperationException(MissingBecause);
        var directory = Directory.CreateTempSubdirectory("servicecrm-postgres-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            // The server refuses to run as root; Debian's package brings a user for it.
            await Run("chown", ["postgres:postgres", directory], asRoot: false);
        }

        var data = Path.Combine(directory, "data");
        await Run(Path.Combine(binaries, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], asRoot);
        var port = FreePort();
        var server = Process.Start(Command(Path.Combine(binaries, "postgres"),
            ["-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={directory}", "-c", "fsync=off", "-c", "max_connections=200", "-c", "log_min_messages=fatal"], asRoot))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server, binaries, data, directory, asRoot);
        var running = new Running(port);
        await WaitUntilReady(running, server);
        return running;
    }

    private static async Task WaitUntilReady(Running running, Process server)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 300; i++)
        {
            try
            {
                await Execute(running.ConnectionTo("postgres"), "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!server.HasExited)
            {
                await tick.WaitForNextTickAsync();
            }
        }

        throw new InvalidOperationException("PostgreSQL did not start in 30 s.");
    }

    private static void Stop(Process server, string binaries, string data, string directory, bool asRoot)
    {
        using (var stop = Process.Start(Command(Path.Combine(binaries, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], asRoot)))
        {
            stop!.WaitForExit(10_000);
        }

        server.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static ProcessStartInfo Command(string program, string[] arguments, bool asRoot) => new(asRoot ? "runuser" : program, asRoot ? ["-u", "postgres", "--", program, .. arguments] : arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };

    private static async Task Run(string program, string[] arguments, bool asRoot)
    {
        using var process = Process.Start(Command(program, arguments, asRoot))!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {await error}");
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed record Running(int Port)
    {
        public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=20;Include Error Detail=true";
    }
}
