using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;

namespace ServiceCrm.Benchmarks.Rights;

/// <summary>Writes many tickets in one statement: one in twenty belongs to no team, one in ten is not solved.</summary>
internal static class Seed
{
    public static Task Tickets(TestServer server, int count, IReadOnlyList<string> teams) => server.InScope(async (_, db) =>
    {
        var ids = teams.Select(t => GlobalId.TryDecode(t, "Team", out var id) ? id : throw new InvalidOperationException(t)).ToList();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = $$"""
            INSERT INTO tickets.tickets (id, number, subject, status, priority, priority_rank, type, channel, tags, customer_name, team_id, follower_ids, preview, message_count,
                created_at, updated_at, last_message_at, last_message_from_customer, tracking_token, version)
            SELECT gen_random_uuid(), 1000000 + g, 'Subject ' || g, CASE WHEN g % 10 = 0 THEN 'Open' ELSE 'Closed' END, 'Normal', 2, 'Question', 'Console', '{}', 'Customer ' || g,
                CASE WHEN g % 20 = 7 THEN NULL ELSE (ARRAY[{{string.Join(',', ids.Select(i => $"'{i}'"))}}]::uuid[])[1 + g % 20] END, '{}', 'A question about something', 1,
                now() - g * interval '30 seconds', now() - g * interval '30 seconds', now() - g * interval '30 seconds', true, md5(g::text), 1
            FROM generate_series(1, {{count}}) g;
            ANALYZE tickets.tickets;
            """;
        return await command.ExecuteNonQueryAsync();
    });
}
