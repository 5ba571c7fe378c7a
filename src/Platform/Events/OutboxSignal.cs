using System.Threading.Channels;

namespace ServiceCrm.Platform.Events;

/// <summary>Wakes the relay of this process; other nodes are told by <see cref="NodeBus"/>.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Called after a commit that wrote outbox rows.</summary>
    public Func<Task>? TellOtherNodes { get; set; }

    public Task Wake()
    {
        WakeHere();
        return TellOtherNodes?.Invoke() ?? Task.CompletedTask;
    }

    public void WakeHere() => _wake.Writer.TryWrite(true);

    /// <summary>Waits until woken, at most <paramref name="longest"/>.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(longest);
        try
        {
            await _wake.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The poll interval has passed: look for work anyway, a wake-up may have been lost.
        }
    }
}
