using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Access;

/// <summary>
/// The open work of somebody who is gone goes to whom it was given, in every module that has some. The batches are saved
/// as one with the mark that this ran, so that nothing is left half done.
/// </summary>
internal static class HandOverWorkWhenUserRemoved
{
    private const int Batch = 500;

    public static async Task Run(UserRemoved news, IEnumerable<IHoldsWork> holders, CrmDb db, CancellationToken ct)
    {
        foreach (var holder in holders)
        {
            while (await holder.HandOver(news.UserId, new WorkGoesTo(news.WorkTo, news.WorkToTeam), Batch, news.At, ct) == Batch)
            {
                await db.SaveChangesAsync(ct);
            }

            await db.SaveChangesAsync(ct);
        }
    }
}
