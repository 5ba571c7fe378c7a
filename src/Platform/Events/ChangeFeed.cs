using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>An aggregate has changed: its type and key, nothing more. Who may see it is decided by who listens.</summary>
public sealed record Change(string Entity, Guid Id);

/// <summary>
/// Tells live subscriptions, after the commit, which aggregates have changed. Only a hint to look again: a slow listener
/// loses its oldest hints rather than the process its memory.
/// </summary>
public sealed class ChangeFeed
{
    private const int Backlog = 1000;
    private readonly ConcurrentDictionary<Channel<Change>, string> _listeners = [];

    /// <summary>Set by the bus between nodes; gets the changes of this node.</summary>
    public Func<IReadOnlyList<Change>, Task>? TellOtherNodes { get; set; }

    /// <summary>How many listen; for metrics and tests.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>The changes of one type of aggregate from now on, until cancelled.</summary>
    public IAsyncEnumerable<Change> Listen(string entity, CancellationToken ct)
    {
        // Joined here and not on the first read: a change between subscribing and reading must not be missed.
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = entity;
        return Read(channel, ct);
    }

    public void Publish(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            foreach (var (channel, entity) in _listeners)
            {
                if (entity == change.Entity)
                {
                    channel.Writer.TryWrite(change);
                }
            }
        }
    }

    internal void Collect(CrmDb db, IReadOnlyList<EntityEntry> entries)
    {
        var changes = entries.Where(e => e.Entity is Aggregate).Select(e => new Change(e.Metadata.ClrType.Name, AuditTrail.KeyOf(e))).Distinct().ToList();
        if (changes.Count > 0)
        {
            db.AfterCommit(() =>
            {
                Publish(changes);
                return TellOtherNodes?.Invoke(changes) ?? Task.CompletedTask;
            });
        }
    }

    private async IAsyncEnumerable<Change> Read(Channel<Change> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ct))
            {
                yield return change;
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }
}
