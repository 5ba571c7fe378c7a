using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>SIGTERM: what runs is finished, what waits is kept, and the end comes in time.</summary>
public sealed class StoppedServer
{
    [Fact]
    public async Task An_upload_under_way_is_finished_before_the_server_ends_with_0()
    {
        using var folder = new TempFolder();
        await using var server = HostProcess.Server(folder.Path);
        using var admin = new GraphQLClient(await server.Ready());
        await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        var body = new Pipe();
        using var form = new MultipartFormDataContent();
        using var part = new StreamContent(body.Reader.AsStream());
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(part, "file", "slow.txt");
        var answer = admin.Http.PostAsync(new Uri("/files", UriKind.Relative), form, TestContext.Current.CancellationToken);
        await body.Writer.WriteAsync(new byte[200_000], TestContext.Current.CancellationToken);
        await HostProcess.Until(() => Directory.Exists(folder.File("files/incoming")) && Directory.GetFiles(folder.File("files/incoming")).Length > 0);

        server.Terminate();
        await NoNewConnectionIsTaken(admin.Http.BaseAddress!);
        await body.Writer.WriteAsync(new byte[1000], TestContext.Current.CancellationToken);
        await body.Writer.CompleteAsync();

        (await answer).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await server.Exit(TimeSpan.FromSeconds(25))).ShouldBe(0, server.Said);
        server.Errors.ShouldBeEmpty();
        using var database = new DatabaseOnDisk(folder.Path);
        (await database.Texts("SELECT size FROM platform_files")).ShouldBe(["201000"]);
    }

    [Fact]
    public async Task A_server_stopped_among_many_writes_loses_no_event_and_leaves_none_claimed()
    {
        using var folder = new TempFolder();
        var answered = 0;
        await using (var server = HostProcess.Server(folder.Path))
        {
            using var admin = new GraphQLClient(await server.Ready());
            await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
            var writers = Enumerable.Range(0, 4).Select(async i =>
            {
                try
                {
                    while (true)
                    {
                        await admin.Ticket($"writer {i}", customerEmail: $"writer{i}@example.com");
                        Interlocked.Increment(ref answered);
                    }
                }
                catch (HttpRequestException)
                {
                    // The server has stopped listening.
                }
            }).ToList();
            await HostProcess.Until(() => Volatile.Read(ref answered) >= 20);
            server.Terminate();
            (await server.Exit(TimeSpan.FromSeconds(25))).ShouldBe(0, server.Said);
            await Task.WhenAll(writers);
        }

        using var database = new DatabaseOnDisk(folder.Path);
        (await database.Count("SELECT count(*) FROM tickets_tickets")).ShouldBe(answered);
        (await database.Count("SELECT count(*) FROM platform_outbox_messages WHERE state = 'Waiting' AND locked_by IS NOT NULL")).ShouldBe(0);
        await using var next = HostProcess.Server(folder.Path);
        await next.Ready();
        await database.Delivered();
        await database.HoldsNothingHalf(answered);
    }

    private static async Task NoNewConnectionIsTaken(Uri url)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var limit = new CancellationTokenSource(HostProcess.Limit);
        while (true)
        {
            using var fresh = new HttpClient { BaseAddress = url };
            try
            {
                using var answer = await fresh.GetAsync(new Uri("/health/live", UriKind.Relative), limit.Token);
            }
            catch (HttpRequestException)
            {
                return;
            }

            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
