using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Keeps proofs from being taken twice (<see cref="UsedProof"/>).</summary>
internal sealed class Proofs(CrmDb db, TimeProvider clock)
{
    /// <summary>Whether it was taken before. Two at the same moment both hear no; the save of the second one is then refused.</summary>
    public Task<bool> IsUsed(Guid proof, CancellationToken ct)
    {
        var hash = Of(proof).Hash;
        return db.UsedProofs.AnyAsync(p => p.Hash == hash, ct);
    }

    /// <summary>Takes it in the same save as what it is the proof for.</summary>
    /// <returns>whether it was there to be taken; otherwise nothing is saved</returns>
    public async Task<bool> Redeem(Guid proof, Func<Task> save)
    {
        db.Add(Of(proof));
        try
        {
            await save();
            return true;
        }
        catch (Conflict)
        {
            return false;
        }
    }

    private UsedProof Of(Guid proof) => UsedProof.Of(proof.ToString(), clock.Now() + SealedCookies.Lasts);
}
