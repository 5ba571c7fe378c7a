using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of an absence.</summary>
internal readonly record struct AbsenceId(Guid Value) : IEntityId<AbsenceId>
{
    public static string TypeName => "Absence";

    public static AbsenceId From(Guid value) => new(value);
}

/// <summary>A time in which somebody is away, and who stands in. Work that comes in for an absent person goes to the substitute.</summary>
internal sealed class Absence : Aggregate
{
    private const int LongestNote = 300;
    private const int MostDays = 732;

    private Absence()
    {
    }

    public AbsenceId Id { get; private set; }

    public UserId UserId { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>The first moment at which the person is back.</summary>
    public DateTimeOffset Until { get; private set; }

    public UserId? SubstituteId { get; private set; }

    public string? Note { get; private set; }

    public static Absence Plan(UserId user, DateTimeOffset from, DateTimeOffset until, UserId? substitute, string? note, DateTimeOffset at)
    {
        var absence = new Absence { Id = EntityId.New<AbsenceId>(at), UserId = user };
        absence.Change(from, until, substitute, note, at);
        return absence;
    }

    /// <exception cref="InvalidInput">when the end is not after the beginning, over already or too far away, or the person stands in for themselves</exception>
    public void Change(DateTimeOffset from, DateTimeOffset until, UserId? substitute, string? note, DateTimeOffset at)
    {
        var check = new InputCheck();
        var clean = check.Optional("note", note, LongestNote);
        if (until <= from)
        {
            check.Add("until", "The end must be after the beginning.");
        }
        else if (until <= at)
        {
            check.Add("until", "This absence would be over already.");
        }
        else if (until - from > TimeSpan.FromDays(MostDays))
        {
            check.Add("until", "An absence lasts two years at most; deactivate the person instead.");
        }

        if (substitute == UserId)
        {
            check.Add("substituteId", "Nobody can stand in for themselves.");
        }

        check.ThrowIfAny();
        (From, Until, SubstituteId, Note) = (from, until, substitute, clean);
    }

    public void StandIn(UserId? substitute) => SubstituteId = substitute;

    public bool Covers(DateTimeOffset at) => From <= at && at < Until;

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => From < until && from < Until;

    /// <summary>The person is back now.</summary>
    public void End(DateTimeOffset at) => Until = at < Until ? at : Until;
}
