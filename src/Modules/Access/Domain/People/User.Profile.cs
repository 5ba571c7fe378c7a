using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What somebody tells of themselves.</summary>
internal sealed partial class User
{
    public const int LongestJobTitle = 120;
    public const int LongestPhone = 40;
    public const int LongestSignature = 2_000;

    public string? JobTitle { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>What stands below answers to customers; <c>{{name}}</c>, <c>{{jobTitle}}</c> and <c>{{phone}}</c> stand for what they say.</summary>
    public string? Signature { get; private set; }

    public FileId? AvatarId { get; private set; }

    /// <summary>See <see cref="WorkingHours"/>; none means any time.</summary>
    public List<string> WorkingHoursText { get; private set; } = [];

    /// <summary>Moves with every absence of the person, so that two that are planned at once cannot overlap unseen.</summary>
    [NotAudited]
    public DateTimeOffset? AbsencesChangedAt { get; private set; }

    /// <exception cref="InvalidInput">for what is too long</exception>
    public void Introduce(string? jobTitle, string? phone, string? signature)
    {
        var check = new InputCheck();
        JobTitle = check.Optional("jobTitle", jobTitle, LongestJobTitle);
        Phone = check.Optional("phone", phone, LongestPhone);
        Signature = check.Optional("signature", signature, LongestSignature);
        check.ThrowIfAny();
    }

    public void Work(IReadOnlyList<WorkingTime> hours) => WorkingHoursText = WorkingHours.Check(hours, "workingHours");

    public void Show(FileId? avatar) => AvatarId = avatar;

    public void NoteAbsence(DateTimeOffset at) => AbsencesChangedAt = at;
}
