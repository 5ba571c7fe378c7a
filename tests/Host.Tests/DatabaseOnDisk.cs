using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Host.Data;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Host.Tests;

/// <summary>Looks into the SQLite file of a server process from outside.</summary>
internal sealed class DatabaseOnDisk(string folder) : IDisposable
{
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "servicecrm.db"), Pooling = false }.ToString();

    public async Task<List<string>> Texts(string sql)
    {
        await using var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return texts;
    }

    public async Task<long> Count(string sql) => long.Parse((await Texts(sql)).Single(), CultureInfo.InvariantCulture);

    /// <summary>Waits until no outbox message waits.</summary>
    public async Task Delivered()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(HostProcess.Limit);
        while (await Count("SELECT count(*) FROM platform_outbox_messages WHERE state = 'Waiting'") > 0)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Every ticket has its message, its audit entry, its events, and each event one line of the timeline.</summary>
    public async Task HoldsNothingHalf(int tickets)
    {
        (await Count("SELECT count(*) FROM tickets_tickets t WHERE (SELECT count(*) FROM tickets_messages m WHERE m.ticket_id = t.id) <> 1")).ShouldBe(0, "tickets without their one message");
        (await Count("SELECT count(*) FROM tickets_tickets t WHERE (SELECT count(*) FROM platform_audit_entries a WHERE a.entity_id = t.id AND a.action = 'created') <> 1")).ShouldBe(0, "tickets without their audit entry");
        (await Count("SELECT count(*) FROM tickets_messages m WHERE NOT EXISTS (SELECT 1 FROM tickets_tickets t WHERE t.id = m.ticket_id)")).ShouldBe(0, "messages without a ticket");
        (await Count("SELECT count(*) FROM platform_outbox_messages WHERE state <> 'Done'")).ShouldBe(0, "events not delivered");
        foreach (var (title, kind, reaction) in new[] { ("opened", "TicketOpened", "WriteTimelineWhenTicketOpened"), ("message", "TicketMessage", "WriteTimelineWhenTicketMessageAdded") })
        {
            (await Count($"SELECT count(*) FROM platform_outbox_messages WHERE reaction = '{reaction}'")).ShouldBe(tickets, $"events: {title}");
            (await Count($"SELECT count(*) FROM customers_timeline WHERE kind = '{kind}'")).ShouldBe(tickets, $"lines of the timeline: {title}");
        }

        (await Texts("PRAGMA integrity_check")).ShouldBe(["ok"]);
    }

    public async Task MatchesTheModel()
    {
        await using var design = DesignTimeDb.Create(DatabaseProvider.Sqlite);
        design.Database.SetConnectionString(_connection);
        (await design.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        design.Database.HasPendingModelChanges().ShouldBeFalse();
        (await Count("SELECT count(*) FROM access_users")).ShouldBe(1);
        (await Count("SELECT count(*) FROM platform_search_words")).ShouldBeGreaterThanOrEqualTo(0);
    }

    public void Dispose() => SqliteConnection.ClearAllPools();
}
