using System.Collections.Concurrent;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Power cuts: what was answered is there, what was not is there whole or not at all.</summary>
public sealed class KilledServer
{
    private const int Writers = 8;
    private const int AnswersBeforeTheKill = 60;

    [Fact]
    public async Task A_server_killed_while_many_write_has_kept_every_answer_whole_and_delivers_every_event_once()
    {
        using var folder = new TempFolder();
        var answered = new ConcurrentQueue<string>();
        await using (var first = HostProcess.Server(folder.Path))
        {
            var url = await first.Ready();
            using var admin = new GraphQLClient(url);
            await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
            var writers = Enumerable.Range(0, Writers).Select(i => WriteUntilCut(admin, i, answered)).ToList();
            await HostProcess.Until(() => answered.Count >= AnswersBeforeTheKill);
            await first.Kill();
            await Task.WhenAll(writers);
        }

        await using var second = HostProcess.Server(folder.Path);
        await second.Ready();
        using var database = new DatabaseOnDisk(folder.Path);
        await database.Delivered();
        var numbers = await database.Texts("SELECT number FROM tickets_tickets");
        answered.Except(numbers).ShouldBeEmpty("answered, and gone after the restart");
        numbers.Distinct().Count().ShouldBe(numbers.Count);
        await database.HoldsNothingHalf(numbers.Count);
    }

    [Fact]
    public async Task A_server_killed_while_it_makes_its_schema_comes_up_the_next_time()
    {
        using var folder = new TempFolder();
        await using (var first = HostProcess.Server(folder.Path))
        {
            // The file appears with the first statement of the upgrade, some hundred statements before its end.
            await HostProcess.Until(() => File.Exists(folder.File("servicecrm.db")) || first.HasExited);
            await first.Kill();
        }

        await using var second = HostProcess.Server(folder.Path);
        await second.Ready();
        using var database = new DatabaseOnDisk(folder.Path);
        await database.MatchesTheModel();
    }

    [Fact]
    public async Task Of_several_servers_started_at_once_on_one_sqlite_folder_one_runs_and_the_others_say_why_not()
    {
        using var folder = new TempFolder();
        var all = Enumerable.Range(0, 3).Select(_ => HostProcess.Server(folder.Path)).ToList();
        try
        {
            await HostProcess.Until(() => all.Count(p => p.HasExited) >= 2);
            var running = all.Single(p => !p.HasExited);
            foreach (var refused in all.Where(p => p != running))
            {
                (await refused.Exit()).ShouldBe(1, refused.Said);
                refused.Errors.ShouldHaveSingleItem().ShouldContain("Another server is running on");
            }

            using var http = new HttpClient { BaseAddress = await running.Ready() };
            (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        }
        finally
        {
            foreach (var process in all)
            {
                await process.DisposeAsync();
            }
        }
    }

    private static async Task WriteUntilCut(GraphQLClient client, int writer, ConcurrentQueue<string> answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var ticket = await client.Ticket($"writer {writer} ticket {i}", customerEmail: $"writer{writer}@example.com");
                answered.Enqueue(ticket.GetProperty("number").ToString());
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
        {
            // The server was killed: this answer never came.
        }
    }
}
