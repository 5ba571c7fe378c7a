namespace ServiceCrm.Tickets;

/// <summary>What stays of a ticket whose customer is erased.</summary>
internal sealed partial class Ticket
{
    /// <summary>Stands where words of an erased customer stood.</summary>
    public const string Erased = "(erased)";

    /// <summary>Since when the customer of this case is erased: only what statistics need is left.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The customer is gone for good; a case without words and without a way in stays.</summary>
    /// <param name="keptTags">Tags that tell nothing of the customer.</param>
    /// <param name="at">Now.</param>
    public void Erase(IReadOnlySet<string> keptTags, DateTimeOffset at)
    {
        (Subject, Preview, CustomerName, CustomerId) = (Erased, Preview.Length == 0 ? "" : Erased, "", null);
        Tags = [.. Tags.Where(keptTags.Contains)];
        // No token has this length, so nobody can present it.
        TrackingToken = $"erased-{Id.Value:N}";
        ErasedAt = at;
    }
}
