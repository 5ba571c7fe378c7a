using ServiceCrm.Platform.Events;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// A thing with rules and a life of its own: versioned, audited, and able to raise events that are stored with it
/// in the same save.
/// </summary>
public abstract class Aggregate
{
    private List<IEvent>? _events;

    /// <summary>Counts saves; the token of optimistic concurrency. Starts at 1.</summary>
    public long Version { get; private set; } = 1;

    internal IReadOnlyList<IEvent> PendingEvents => _events ?? [];

    internal void BumpVersion() => Version++;

    /// <summary>Drops what was raised: after it is stored, and for histories written after the fact, whose news is old.</summary>
    public void ForgetEvents() => _events = null;

    /// <summary>Raises an event; it is stored with the next save and reaches its reactions after the commit.</summary>
    protected void Raise(IEvent news) => (_events ??= []).Add(news);

    /// <summary>Stops a caller who saw an older version.</summary>
    /// <exception cref="Errors.Conflict">when <paramref name="expected"/> is given and differs</exception>
    public void Expect(long? expected)
    {
        if (expected is { } version && version != Version)
        {
            throw new Errors.Conflict("Somebody else changed this in the meantime.", Version);
        }
    }
}

/// <summary>An entity found by the words in it.</summary>
public interface ISearchable
{
    /// <summary>The kind of thing that is found, for example <c>Ticket</c>.</summary>
    string SearchKind { get; }

    /// <summary>The thing that is found: for a message, its ticket.</summary>
    Guid SearchOwner { get; }

    /// <summary>The entity's own key.</summary>
    Guid SearchId { get; }

    string SearchText { get; }
}

/// <summary>Keeps a property's values out of the audit trail (secrets, texts stored elsewhere).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;
