using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Gathers what every module knows of a customer into one archive. A killed process leaves nothing; the next one begins anew.</summary>
internal sealed class ExportWork(IServiceProvider services, PrivacySteps steps, FileStore store, TimeProvider clock)
{
    public async Task Run(PrivacyRequestId id, string node, CancellationToken ct)
    {
        var request = await steps.Load(id, ct);
        var (tree, files) = await Gather(request, ct);
        var (sha256, size) = await Store(tree, files, ct);
        var sentAt = clock.Now();
        var done = await steps.Step(id, node, (at, r) => Finish(at.GetRequiredService<CrmDb>(), r, tree, sha256, size, ct), ct);
        if (done?.FileId is null)
        {
            await Discard(new ReleasedContent(sha256, sentAt), ct);
        }
    }

    private async Task<(JsonObject Tree, IReadOnlyList<PersonalFile> Files)> Gather(PrivacyRequest request, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var tree = new JsonObject { ["format"] = "servicecrm-personal-data", ["formatVersion"] = 1, ["madeAt"] = clock.Now() };
        var files = new List<PersonalFile>();
        foreach (var module in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            if (await module.Export(request.CustomerId, ct) is { } data)
            {
                tree[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(module.Name)] = data.Tree;
                files.AddRange(data.Files);
            }
        }

        return (tree, files);
    }

    private async Task<(string Sha256, long Size)> Store(JsonObject tree, IReadOnlyList<PersonalFile> files, CancellationToken ct)
    {
        // Straight into the store: personal data must not lie in a folder for temporary files after a crash.
        var pipe = new Pipe();
        var packing = Task.Run(() => ExportArchive.Write(pipe.Writer, tree, files, store, ct), CancellationToken.None);
        await using var content = pipe.Reader.AsStream();
        var written = await store.Write(content, long.MaxValue, ct);
        await packing;
        return written;
    }

    private async Task Finish(CrmDb db, PrivacyRequest request, JsonObject tree, string sha256, long size, CancellationToken ct)
    {
        var now = clock.Now();
        if (!await db.Customers.AnyAsync(c => c.Id == request.CustomerId, ct))
        {
            request.Fail("The customer does not exist any more.", now);
            return;
        }

        var file = new StoredFile($"personal-data-{now:yyyy-MM-dd}.zip", "application/zip", size, sha256, uploadedBy: null, now);
        file.Claim(PrivacyRequestId.TypeName, request.Id.Value, Caller.System);
        db.Add(file);
        request.FinishWith(file, Report(tree), now);
    }

    /// <summary>How many things of each list are in the archive.</summary>
    private static List<PrivacyModuleReport> Report(JsonObject tree) =>
    [
        .. tree.Where(module => module.Value is JsonObject).Select(module => new PrivacyModuleReport(
            char.ToUpperInvariant(module.Key[0]) + module.Key[1..],
            [.. module.Value!.AsObject().Where(list => list.Value is JsonArray).Select(list => new ErasedThing(list.Key, Kept: list.Value!.AsArray().Count))])),
    ];

    private async Task Discard(ReleasedContent content, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        await scope.ServiceProvider.GetRequiredService<CrmDb>().DeleteContents(store, [content], ct);
    }
}
