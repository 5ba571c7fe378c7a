using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// A customer's wish to get or to lose what is kept of him. The record stays as proof that it was answered in time, so it
/// holds no personal value: a key, a reference and counts.
/// </summary>
internal sealed class PrivacyRequest : Aggregate
{
    public const int LongestReference = 300;
    public const int LongestOutcome = 1_000;

    /// <summary>How long the file of an export can be downloaded.</summary>
    public static readonly TimeSpan FileLasts = TimeSpan.FromDays(7);

    private PrivacyRequest()
    {
    }

    public PrivacyRequestId Id { get; private set; }

    public PrivacyKind Kind { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public PrivacyState State { get; private set; }

    public PrivacyAskedBy AskedBy { get; private set; }

    public PrivacyAskedVia AskedVia { get; private set; }

    /// <summary>Where the wish itself is kept: a case number, the date of a letter.</summary>
    public string Reference { get; private set; } = "";

    public UserId? RecordedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>One month after receipt (GDPR, article 12, paragraph 3).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Before that it only waits and can be cancelled.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Why it was refused or failed, in plain words.</summary>
    public string? Outcome { get; private set; }

    [NotAudited]
    public IReadOnlyList<PrivacyModuleReport> Report { get; private set; } = [];

    /// <summary>Contents of files that are still to be deleted from the store.</summary>
    [NotAudited]
    public IReadOnlyList<ReleasedContent> Released { get; private set; } = [];

    /// <summary>Whether there are any; what a query can ask.</summary>
    [NotAudited]
    public bool HasReleased { get; private set; }

    /// <summary>The export, until it expires.</summary>
    public FileId? FileId { get; private set; }

    public DateTimeOffset? FileExpiresAt { get; private set; }

    /// <summary>When the export was last fetched and by whom.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }

    public UserId? FetchedBy { get; private set; }

    /// <summary>The process that works on it, until <see cref="HeldUntil"/>.</summary>
    [NotAudited]
    public string? HeldBy { get; private set; }

    [NotAudited]
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <exception cref="InvalidInput">when the reference is empty or too long, or the request has not come in yet</exception>
    public static PrivacyRequest Record(PrivacyWish wish, UserId? by, DateTimeOffset at, TimeSpan delay)
    {
        var check = new InputCheck();
        var reference = check.Required("reference", wish.Reference, LongestReference);
        if (wish.ReceivedAt > at || wish.ReceivedAt < at.AddYears(-1))
        {
            check.Add("receivedAt", "Give a moment of the last year, not after now.");
        }

        check.ThrowIfAny();
        return new PrivacyRequest
        {
            Id = EntityId.New<PrivacyRequestId>(at),
            Kind = wish.Kind,
            CustomerId = wish.Customer,
            AskedBy = wish.AskedBy,
            AskedVia = wish.AskedVia,
            Reference = reference,
            RecordedBy = by,
            CreatedAt = at,
            ReceivedAt = wish.ReceivedAt,
            DueAt = wish.ReceivedAt.AddMonths(1),
            StartsAt = at + delay,
        };
    }

    public bool HasReportOf(string module) => Report.Any(r => r.Module == module);

    /// <exception cref="RuleBroken">when the work has begun</exception>
    public void Cancel(DateTimeOffset at)
    {
        if (State != PrivacyState.Open)
        {
            throw new RuleBroken("PRIVACY_REQUEST_STARTED", "This request has begun or is over; only one that waits can be cancelled.");
        }

        End(PrivacyState.Cancelled, null, at);
    }

    /// <summary>A process takes it, for the first time or after another one that was stopped.</summary>
    public void Take(string node, DateTimeOffset until, DateTimeOffset at)
    {
        (State, StartedAt) = (PrivacyState.Running, StartedAt ?? at);
        Hold(node, until);
    }

    public void Hold(string node, DateTimeOffset until) => (HeldBy, HeldUntil) = (node, until);

    /// <summary>Gives it back; nobody takes it before that moment.</summary>
    public void Wait(DateTimeOffset until) => (HeldBy, HeldUntil) = (null, until);

    public void Add(string module, ErasureReport done)
    {
        var before = Report.FirstOrDefault(r => r.Module == module) ?? new PrivacyModuleReport(module, []);
        Report = [.. Report.Where(r => r.Module != module), before.Plus(done.Things)];
        Release(done.Released);
    }

    /// <summary>Notes contents that are to be deleted from the store.</summary>
    public void Release(IReadOnlyList<ReleasedContent> more) => Keep([.. Released.Concat(more).DistinctBy(c => c.Sha256)]);

    /// <summary>What of the contents is still to be deleted.</summary>
    public void Keep(IReadOnlyList<ReleasedContent> stillThere) => (Released, HasReleased) = (stillThere, stillThere.Count > 0);

    public void Finish(DateTimeOffset at) => End(PrivacyState.Done, null, at);

    public void FinishWith(StoredFile export, IReadOnlyList<PrivacyModuleReport> report, DateTimeOffset at)
    {
        (FileId, FileExpiresAt, Report) = (export.Id, at + FileLasts, report);
        End(PrivacyState.Done, null, at);
    }

    public void Refuse(string why, DateTimeOffset at) => End(PrivacyState.Refused, why, at);

    public void Fail(string why, DateTimeOffset at) => End(PrivacyState.Failed, why, at);

    public void Fetched(UserId? by, DateTimeOffset at) => (FetchedAt, FetchedBy) = (at, by);

    /// <summary>The export is over: expired, or its customer erased.</summary>
    public void LoseFile(IReadOnlyList<ReleasedContent> released)
    {
        (FileId, FileExpiresAt) = (null, null);
        Release(released);
    }

    private void End(PrivacyState state, string? outcome, DateTimeOffset at)
    {
        (State, Outcome, FinishedAt) = (state, outcome is null ? null : SafeText.Cut(outcome, LongestOutcome), at);
        (HeldBy, HeldUntil) = (null, null);
    }
}
