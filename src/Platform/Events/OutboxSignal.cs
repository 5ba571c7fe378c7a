namespace ServiceCrm.Platform.Events;

/// <summary>Wakes the relay of this process; other nodes are told by <see cref="NodeBus"/>.</summary>
public sealed class OutboxSignal : WakeSignal
{
    /// <summary>Called after a commit that wrote outbox rows.</summary>
    public Func<Task>? TellOtherNodes { get; set; }

    public Task Wake()
    {
        WakeHere();
        return TellOtherNodes?.Invoke() ?? Task.CompletedTask;
    }
}
