using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
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

    /// <summary>Takes it with the next save.</summary>
    public void Use(Guid proof) => db.Add(Of(proof));

    private UsedProof Of(Guid proof) => UsedProof.Of(proof.ToString(), clock.Now() + SealedCookies.Lasts);
}
