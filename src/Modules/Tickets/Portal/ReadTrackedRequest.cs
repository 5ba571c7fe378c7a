using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

internal static class ReadTrackedRequest
{
    public static async Task<TrackedRequest?> Run(string token, CrmDb db, CancellationToken ct) =>
        await Tracking.Find(db, token, ct) is { } ticket ? await Tracking.Show(db, ticket, ct) : null;
}
