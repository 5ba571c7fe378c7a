using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Uploads and downloads: stored once, never half, seen by whom they concern, harmless to whoever opens them.</summary>
public sealed class Files : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(clock: _clock, settings: [("Files:MaxBytes", "3000000"), ("Files:MaxPortalBytes", "1024")]);
        _admin = await _server.AsAdmin();
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once_and_go_with_the_last_that_needs_them()
    {
        var bytes = RandomNumberGenerator.GetBytes(5000);
        var kept = await _admin.Upload("kept.bin", bytes);
        await _admin.Upload("abandoned.bin", bytes);
        var other = await _admin.Upload("other.bin", [1, 2, 3]);
        OnDisk().Count().ShouldBe(2);
        await _admin.Ticket(more: new { fileIds = new[] { kept } });

        _clock.Advance(TimeSpan.FromDays(2));
        OnDisk().ToList().ForEach(f => File.SetLastWriteTimeUtc(f, DateTime.UnixEpoch));
        await Sweep();
        await HostProcess.Until(() => OnDisk().Count() == 1);
        OnDisk().ShouldHaveSingleItem().ShouldEndWith(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await _admin.Http.GetByteArrayAsync(Address(kept), Ct)).ShouldBe(bytes);
        (await _admin.Http.GetAsync(Address(other), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/files", 3_000_000)]
    [InlineData("/portal/files", 1024)]
    public async Task A_file_of_the_largest_size_is_taken_and_one_byte_more_is_not(string path, int most)
    {
        (await Post(path, "largest.bin", new byte[most])).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var refused = await Post(path, "larger.bin", new byte[most + 1]);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).Text("code").ShouldBe("FILE_TOO_LARGE");
        OnDisk().Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_cut_off_in_the_middle_leaves_nothing()
    {
        var body = new Pipe();
        using var form = new MultipartFormDataContent();
        using var part = new StreamContent(body.Reader.AsStream());
        form.Add(part, "file", "half.bin");
        using var hangUp = new CancellationTokenSource();
        var answer = _admin.Http.PostAsync(new Uri("/files", UriKind.Relative), form, hangUp.Token);
        await body.Writer.WriteAsync(new byte[500_000], Ct);
        await HostProcess.Until(() => OnDisk().Any());
        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
        await HostProcess.Until(() => !OnDisk().Any());
        (await _server.InScope((_, db) => db.Files.CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        var id = await _admin.Upload("empty.txt", []);
        var answer = await _admin.Http.GetAsync(Address(id), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength.ShouldBe(0);
    }

    [Fact]
    public async Task A_content_gone_from_the_disk_is_not_found_and_no_fault()
    {
        var id = await _admin.Upload("gone.txt", [1]);
        File.Delete(OnDisk().Single());
        using var answer = await _admin.Http.GetAsync(Address(id), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Text("code").ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task What_could_run_scripts_is_a_download_and_nothing_else()
    {
        foreach (var type in new[] { "image/svg+xml", "text/html", "application/xml", "application/xhtml+xml", "text/javascript", "application/pdf", "made/up", "no type" })
        {
            using var sent = await Post("/files", "page.svg", "<svg onload='alert(1)'/>"u8.ToArray(), type);
            var id = (await sent.Content.ReadFromJsonAsync<JsonElement>(Ct)).Id();
            foreach (var address in new[] { $"/files/{id}", $"/files/{id}?inline=true" })
            {
                using var answer = await _admin.Http.GetAsync(new Uri(address, UriKind.Relative), Ct);
                answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", type);
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream", type);
                answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], type);
                answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"], type);
            }
        }
    }

    [Fact]
    public async Task A_name_of_three_hundred_characters_is_shortened_and_keeps_its_ending()
    {
        var name = new string('n', 300) + ".tar.gz";
        using var sent = await Post("/files", name, [1]);
        var kept = (await sent.Content.ReadFromJsonAsync<JsonElement>(Ct)).Text("name")!;
        kept.Length.ShouldBe(StoredFile.LongestName);
        kept.ShouldEndWith("n.gz");
        FileName.Clean(string.Concat(Enumerable.Repeat("\ud83d\ude00", 200)) + ".png").Length.ShouldBeLessThanOrEqualTo(StoredFile.LongestName);
    }

    [Fact]
    public async Task A_file_of_another_teams_ticket_answers_like_one_that_does_not_exist()
    {
        var (mine, theirs) = (await _admin.Team("Mine"), await _admin.Team("Theirs"));
        var agent = await _server.As("Agent", mine);
        var id = await _admin.Upload("secret.txt", [42]);
        await _admin.Ticket(teamId: theirs, more: new { fileIds = new[] { id } });
        var hidden = await Answer(agent, id);
        hidden.ShouldBe(await Answer(agent, ServiceCrm.GraphQL.GlobalId.Encode("File", Guid.CreateVersion7())));
        hidden.ShouldBe(await Answer(agent, "File_nonsense"));
        hidden.ShouldStartWith("NotFound");
        (await Answer(_server.AsNobody(), id)).ShouldBe(hidden);
        var seen = await _admin.Http.GetAsync(Address(id), Ct);
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> Answer(GraphQLClient client, string id)
    {
        using var answer = await client.Http.GetAsync(Address(id), Ct);
        return $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}";
    }

    private async Task<HttpResponseMessage> Post(string path, string name, byte[] bytes, string type = "application/octet-stream")
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Type", type);
        form.Add(part, "file", name);
        return await _admin.Http.PostAsync(new Uri(path, UriKind.Relative), form, Ct);
    }

    private async Task Sweep() => await (await _server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Ct)).TriggerJob(new JobKey("RemoveExpiredRows"), Ct);

    private IEnumerable<string> OnDisk()
    {
        var root = Path.Combine(_server.DataDirectory, "files");
        return Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [];
    }

    private static Uri Address(string id) => new($"/files/{id}", UriKind.Relative);
}
