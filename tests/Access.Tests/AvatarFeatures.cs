using System.Net;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Pictures of people.</summary>
public sealed class AvatarFeatures : IAsyncLifetime
{
    private const string Set = "mutation($f: ID) { setAvatar(input: { fileId: $f }) { user { avatarUrl } errors { code message path } } }";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Colleagues_see_a_picture_and_nobody_else_does()
    {
        var agent = await _server.As("Agent");
        var url = (await agent.Mutate(Set, new { f = await agent.Upload("me.png", Png(64, 64), "image/png") })).GetProperty("user").Text("avatarUrl")!;
        using var seen = await (await _server.As("Analyst")).Http.GetAsync(new Uri(url, UriKind.Relative));
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        seen.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        seen.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await _server.AsNobody().Http.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await agent.Mutate(Set, new { f = (string?)null });
        (await agent.Http.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_only_says_that_it_is_a_picture_is_refused()
    {
        var agent = await _server.As("Agent");
        foreach (var (content, type) in new[] { ("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "image/svg+xml"), ("<html>"u8.ToArray(), "image/png"), (Png(64, 64), "image/jpeg"), (Png(40_000, 40_000), "image/png"), (Png(0, 5), "image/png") })
        {
            (await agent.Refused(Set, new { f = await agent.Upload("me.png", content, type) })).GetProperty("path")[0].GetString().ShouldBe("fileId");
        }

        (await agent.Refused(Set, new { f = await agent.Upload("me.png", [.. Png(64, 64), .. new byte[3 * 1024 * 1024]], "image/png") })).Text("message")!.ShouldContain("2 MB");
    }

    [Fact]
    public async Task The_upload_of_somebody_else_is_no_picture_of_mine()
    {
        var (agent, other) = (await _server.As("Agent"), await _server.As("Agent"));
        (await agent.Refused(Set, new { f = await other.Upload("me.png", Png(64, 64), "image/png") })).Text("code").ShouldBe("NOT_FOUND");
    }

    /// <summary>The head of a PNG with these dimensions; more is not read of it here.</summary>
    private static byte[] Png(int width, int height)
    {
        var bytes = new byte[64];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52 }.CopyTo(bytes, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }
}
