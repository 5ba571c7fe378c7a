using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>Takes back some of what an import did: first the customers it made, then the values it replaced.</summary>
internal static class UndoBatch
{
    private const int Size = 200;

    /// <returns>whether there may be more</returns>
    public static async Task<bool> Run(CrmDb db, Import import, IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var created = await db.Customers.AsSingleQuery().Where(c => c.ImportId == import.Id && c.ImportedVersion != null).OrderBy(c => c.Id).Take(Size).ToListAsync(ct);
        if (created.Count > 0)
        {
            await Remove(db, import, created, services, now, ct);
            return true;
        }

        var images = await db.BeforeImages.Where(b => b.ImportId == import.Id).OrderBy(b => b.CustomerId).Take(Size).ToListAsync(ct);
        await Restore(db, import, images, now, ct);
        return images.Count == Size;
    }

    private static async Task Remove(CrmDb db, Import import, List<Customer> created, IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var held = await InUse(db, [.. created.Select(c => c.Id)], services, ct);
        var changed = created.Where(c => c.Version != c.ImportedVersion).ToList();
        var inUse = created.Where(c => c.Version == c.ImportedVersion && held.Contains(c.Id)).ToList();
        var gone = created.Except(changed).Except(inUse).ToList();
        foreach (var customer in changed.Concat(inUse))
        {
            customer.StayAfterUndo();
        }

        await DeleteCustomer.Remove(db, gone, now, ct);
        import.ProgressUndo(gone.Count, changed.Count, inUse.Count);
    }

    // Whoever may see it: what the undo cannot see must not be lost with the customer.
    private static async Task<HashSet<CustomerId>> InUse(CrmDb db, List<CustomerId> ids, IServiceProvider services, CancellationToken ct)
    {
        var held = new HashSet<CustomerId>();
        held.UnionWith(await db.CustomerNotes.IgnoreQueryFilters([CustomersTables.Visible]).Where(n => ids.Contains(n.CustomerId)).Select(n => n.CustomerId).ToListAsync(ct));
        held.UnionWith(await db.Orders.IgnoreQueryFilters([CustomersTables.Visible]).Where(o => ids.Contains(o.CustomerId)).Select(o => o.CustomerId).ToListAsync(ct));
        held.UnionWith(await db.Customers.IgnoreQueryFilters([CustomersTables.Visible]).Where(c => c.CompanyId != null && ids.Contains(c.CompanyId.Value)).Select(c => c.CompanyId!.Value).ToListAsync(ct));
        foreach (var holder in services.GetServices<IHoldsCustomers>())
        {
            held.UnionWith(await holder.Held(ids, ct));
        }

        return held;
    }

    private static async Task Restore(CrmDb db, Import import, List<BeforeImage> images, DateTimeOffset now, CancellationToken ct)
    {
        var ids = images.Select(b => b.CustomerId).ToList();
        var customers = await db.Customers.AsSingleQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var (restored, changed) = (0, 0);
        foreach (var image in images)
        {
            if (customers.TryGetValue(image.CustomerId, out var customer) && customer.Version == image.VersionAfter)
            {
                customer.Change(CustomerImage.Read(image.Details), now);
                restored++;
            }
            else
            {
                changed++;
            }
        }

        db.RemoveRange(images);
        import.ProgressUndo(restored, changed, keptInUse: 0);
    }
}
