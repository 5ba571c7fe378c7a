using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Events;

/// <summary>Where an outbox message stands.</summary>
public enum OutboxState
{
    Waiting,
    Done,
    Dead,
}

/// <summary>The key of an outbox message, as administrators see it.</summary>
public readonly record struct DeadLetterId(Guid Value) : IEntityId<DeadLetterId>
{
    public static string TypeName => "DeadLetter";

    public static DeadLetterId From(Guid value) => new(value);
}

/// <summary>One event on its way to one reaction.</summary>
public sealed class OutboxMessage
{
    /// <summary>Tries before the message is put aside as dead.</summary>
    public const int MaxAttempts = 10;

    public OutboxMessage(DeadLetterId id, string @event, string reaction, string payload, DateTimeOffset createdAt)
    {
        Id = id;
        Event = @event;
        Reaction = reaction;
        Payload = payload;
        CreatedAt = createdAt;
        AvailableAt = createdAt;
    }

    public DeadLetterId Id { get; private set; }

    public string Event { get; private set; }

    public string Reaction { get; private set; }

    public string Payload { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public OutboxState State { get; private set; }

    /// <summary>When it may be tried next; while a try runs, the end of its lease.</summary>
    public DateTimeOffset AvailableAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LockedBy { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Puts a dead message back in the queue with fresh tries.</summary>
    /// <exception cref="Errors.RuleBroken">when it is not dead</exception>
    public void Replay(DateTimeOffset at)
    {
        if (State != OutboxState.Dead)
        {
            throw new Errors.RuleBroken("NOT_DEAD", "Only a dead message can be replayed.");
        }

        State = OutboxState.Waiting;
        Attempts = 0;
        FinishedAt = null;
        LockedBy = null;
        AvailableAt = at;
    }
}
