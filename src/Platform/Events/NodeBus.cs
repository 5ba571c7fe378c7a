using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>
/// Carries wake-ups and changes between nodes by PostgreSQL's LISTEN/NOTIFY, after the commit (a NOTIFY inside the
/// transaction would make commits queue). On the other engines there is nothing to do: SQLite has one process,
/// SQL Server nodes poll the outbox.
/// </summary>
public sealed class NodeBus(IOptions<DatabaseOptions> options, OutboxSignal signal, ChangeFeed feed, ILogger<NodeBus> log) : BackgroundService
{
    private const string ChannelName = "servicecrm";
    private const int MostChanges = 60;
    private readonly string _node = Guid.NewGuid().ToString("N")[..8];
    private NpgsqlDataSource? _source;

    public override void Dispose()
    {
        _source?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Provider != DatabaseProvider.PostgreSql)
        {
            return;
        }

        var builder = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { KeepAlive = 15, MaxPoolSize = 4 };
        _source = NpgsqlDataSource.Create(builder);
        signal.TellOtherNodes = () => Notify(new Note(_node, []));
        feed.TellOtherNodes = changes => Notify(new Note(_node, [.. changes.Take(MostChanges)]));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenUntilCut(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cut)
            {
                log.LogWarning(cut, "The connection that listens for other nodes was cut; connecting again");
                using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
                await pause.WaitForNextTickAsync(stoppingToken);
            }
        }
    }

    private async Task ListenUntilCut(CancellationToken ct)
    {
        await using var connection = await _source!.OpenConnectionAsync(ct);
        connection.Notification += (_, e) => Hear(e.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        signal.WakeHere();
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private void Hear(string payload)
    {
        var note = JsonSerializer.Deserialize<Note>(payload);
        if (note is null || note.Node == _node)
        {
            return;
        }

        signal.WakeHere();
        feed.Publish(note.Changes);
    }

    private async Task Notify(Note note)
    {
        try
        {
            await using var command = _source!.CreateCommand($"SELECT pg_notify('{ChannelName}', $1)");
            command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(note) });
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException failure)
        {
            // The change itself is committed; other nodes find outbox rows by polling.
            log.LogWarning(failure, "Other nodes could not be told of a change");
        }
    }

    private sealed record Note(string Node, Change[] Changes);
}
