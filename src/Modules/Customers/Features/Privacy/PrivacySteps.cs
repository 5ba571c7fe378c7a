using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// How work on a privacy request proceeds: in transactions that first make sure that the request is still wanted and still
/// ours. So it can be killed and taken over between any two of them.
/// </summary>
internal sealed class PrivacySteps(IServiceProvider services, FileStore store, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int Tries = 3;

    public async Task<PrivacyRequest> Load(PrivacyRequestId id, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        return await scope.ServiceProvider.GetRequiredService<CrmDb>().PrivacyRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct).OrNotFound("The privacy request");
    }

    /// <summary>One transaction. Repeated when somebody else changed the same things in the same moment.</summary>
    /// <returns>the request afterwards; null when it was taken over or ended by somebody else and nothing was done</returns>
    public async Task<PrivacyRequest?> Step(PrivacyRequestId id, string node, Func<IServiceProvider, PrivacyRequest, Task> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = services.For(Caller.System);
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            try
            {
                return await db.InTransaction(() => Guarded(scope.ServiceProvider, db), ct);
            }
            catch (Conflict) when (attempt < Tries)
            {
                // The next try sees what the other one did.
            }
        }

        async Task<PrivacyRequest?> Guarded(IServiceProvider at, CrmDb db)
        {
            await EngineTraces.Overwrite(db, ct);
            var request = await db.PrivacyRequests.FirstAsync(r => r.Id == id, ct);
            if (request.State != PrivacyState.Running || request.HeldBy != node)
            {
                return null;
            }

            request.Hold(node, clock.Now() + Lease);
            await work(at, request);
            await db.SaveChangesAsync(ct);
            return request;
        }
    }

    /// <summary>Deletes contents from the store that requests have released.</summary>
    public async Task DeleteReleased(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        foreach (var request in await db.PrivacyRequests.Where(r => r.HasReleased && r.State != PrivacyState.Running).ToListAsync(ct))
        {
            request.Keep(await db.DeleteContents(store, request.Released, ct));
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>After erasures: what the engine itself still keeps of deleted values.</summary>
    public async Task CleanTraces(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        await EngineTraces.Compact(scope.ServiceProvider.GetRequiredService<CrmDb>(), ct);
    }
}
