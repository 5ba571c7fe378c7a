using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>What is known under an idempotency key when a request arrives.</summary>
public sealed record IdempotencyState(byte[]? Answer, bool IsOtherRequest, bool IsRunning);

/// <summary>Remembers the answers of mutations for the scope of one request.</summary>
public sealed class IdempotencyMemory(CrmDb db)
{
    /// <summary>Looks the key up; when it is new, it will be stored with the request's first write.</summary>
    public async Task<IdempotencyState> Begin(string key, string requestHash, CancellationToken ct)
    {
        var known = await db.IdempotencyRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, ct);
        if (known is null)
        {
            db.PendingIdempotency = new IdempotencyRecord { Key = key, RequestHash = requestHash, CreatedAt = db.Time.Now() };
            return new IdempotencyState(null, false, false);
        }

        return known.RequestHash == requestHash
            ? new IdempotencyState(known.Answer, false, known.Answer is null)
            : new IdempotencyState(null, IsOtherRequest: true, false);
    }

    /// <summary>Lets the key be used again: nothing that was asked for has been done.</summary>
    public async Task Forget(string key, CancellationToken ct)
    {
        db.PendingIdempotency = null;
        if (db.HasStoredIdempotency)
        {
            await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.Key == key).ExecuteDeleteAsync(ct), ct);
        }
    }

    /// <summary>Keeps the answer, if the request has written anything.</summary>
    public async Task Complete(string key, ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        db.PendingIdempotency = null;
        if (db.HasStoredIdempotency)
        {
            var bytes = answer.ToArray();
            await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.Key == key).ExecuteUpdateAsync(s => s.SetProperty(r => r.Answer, bytes), ct), ct);
        }
    }
}
