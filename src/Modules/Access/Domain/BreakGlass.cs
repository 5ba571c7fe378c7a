using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of one opening of a confidential desk.</summary>
internal readonly record struct BreakGlassId(Guid Value) : IEntityId<BreakGlassId>
{
    public static string TypeName => "BreakGlass";

    public static BreakGlassId From(Guid value) => new(value);
}

/// <summary>Somebody opened a confidential desk for reading, for a stated reason and a short time.</summary>
internal sealed class BreakGlass : Aggregate
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const int LongestReason = 500;
    private const int ShortestReason = 10;

    private BreakGlass()
    {
    }

    public BreakGlassId Id { get; private set; }

    public TeamId TeamId { get; private set; }

    public UserId UserId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <exception cref="InvalidInput">when the reason says nothing</exception>
    public static BreakGlass Open(TeamId team, UserId by, string reason, DateTimeOffset at)
    {
        var check = new InputCheck();
        var clean = check.Required("reason", reason, LongestReason);
        if (clean.Length < ShortestReason)
        {
            check.Add("reason", $"Say why in at least {ShortestReason} characters; it is recorded for ever.");
        }

        check.ThrowIfAny();
        return new BreakGlass { Id = EntityId.New<BreakGlassId>(at), TeamId = team, UserId = by, Reason = clean, At = at, EndsAt = at + Lasts };
    }

    public void Close(DateTimeOffset at) => EndsAt = at < EndsAt ? at : EndsAt;
}
