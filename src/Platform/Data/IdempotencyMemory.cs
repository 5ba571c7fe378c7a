using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>What is known under an idempotency key when a request arrives.</summary>
public sealed record IdempotencyState(byte[]? Answer, bool IsOtherRequest, bool IsRunning);

/// <summary>Remembers the answers of mutations for the scope of one request.</summary>
public sealed class IdempotencyMemory(CrmDb db)
{
    /// <summary>Looks the key up; when it is new, it will be stored with the request's first write.</summary>
    public async Task<IdempotencyState> Begin(IdempotencyKey key, string requestHash, CancellationToken ct)
    {
        var known = await db.IdempotencyRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Key == key.Stored, ct);
        if (known is null)
        {
            db.PendingIdempotency = new IdempotencyRecord { Key = key.Stored, RequestHash = requestHash, CreatedAt = db.Time.Now() };
            return new IdempotencyState(null, false, false);
        }

        return known.RequestHash == requestHash
            ? new IdempotencyState(known.Answer is { } kept ? key.Open(kept) : null, false, known.Answer is null)
            : new IdempotencyState(null, IsOtherRequest: true, false);
    }

    /// <summary>Lets the key be used again: nothing that was asked for has been done.</summary>
    public async Task Forget(IdempotencyKey key, CancellationToken ct)
    {
        db.PendingIdempotency = null;
        if (db.HasStoredIdempotency)
        {
            await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.Key == key.Stored).ExecuteDeleteAsync(ct), ct);
        }
    }

    /// <summary>Keeps the answer, if the request has written anything.</summary>
    public async Task Complete(IdempotencyKey key, ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        db.PendingIdempotency = null;
        if (db.HasStoredIdempotency)
        {
            var bytes = key.Seal(answer.Span);
            await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.Key == key.Stored).ExecuteUpdateAsync(s => s.SetProperty(r => r.Answer, bytes), ct), ct);
        }
    }
}
