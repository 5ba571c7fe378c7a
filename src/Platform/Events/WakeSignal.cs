using System.Threading.Channels;

namespace ServiceCrm.Platform.Events;

/// <summary>Wakes a relay of this process when there is work; several calls before it looks count as one.</summary>
public abstract class WakeSignal
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

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
