using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Large files pass through the server without staying in its memory.</summary>
public sealed class BigUploads
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_file_of_200_megabytes_goes_in_and_out_in_a_few_megabytes_of_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the memory of a process is read from /proc");
        using var folder = new TempFolder();
        await using var server = HostProcess.Server(folder.Path, "--Files:MaxBytes", $"{300L * Megabyte}");
        using var admin = new GraphQLClient(await server.Ready());
        await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        await admin.Upload("small.bin", [1]);
        var before = Peak(server.Id);

        var big = folder.File("big.bin");
        await using (var file = File.Create(big))
        {
            file.SetLength(200L * Megabyte);
        }

        using var form = new MultipartFormDataContent();
        using var part = new StreamContent(File.OpenRead(big));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "big.bin");
        using var answer = await admin.Http.PostAsync(new Uri("/files", UriKind.Relative), form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (Peak(server.Id) - before).ShouldBeLessThan(60 * Megabyte);
    }

    /// <summary>The most memory the process has ever held, in bytes.</summary>
    private static long Peak(int process) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture);
}
