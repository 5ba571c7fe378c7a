using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

internal enum ImportState
{
    Uploaded,
    Checking,
    Checked,
    Running,
    Done,
    Failed,
    Cancelled,
    Undoing,
    Undone,
}

internal enum ExistingRows
{
    Skip,
    Update,
    Refuse,
}

/// <summary>
/// One file of customers on its way in. The work is done in the background, batch by batch; each batch is committed
/// together with its progress, so that whoever takes over after a crash goes on behind the last committed row.
/// </summary>
internal sealed class Import : Aggregate
{
    private Import()
    {
    }

    public ImportId Id { get; private set; }

    public FileId FileId { get; private set; }

    public string FileName { get; private set; } = "";

    public ImportState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public UserId? CreatedBy { get; private set; }

    /// <summary>Who asked for what is running now: the name in timelines and audit trail.</summary>
    public UserId? RequestedBy { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string Encoding { get; private set; } = "";

    public string Delimiter { get; private set; } = "";

    [NotAudited]
    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];

    [NotAudited]
    public IReadOnlyList<IReadOnlyList<string>> SampleRows { get; private set; } = [];

    public ExistingRows Existing { get; private set; }

    /// <summary>Whether rows with addresses of erased customers are taken.</summary>
    public bool AllowSuppressed { get; private set; }

    public int TotalRows { get; private set; }

    [NotAudited]
    public int ProcessedRows { get; private set; }

    [NotAudited]
    public int CreatedRows { get; private set; }

    [NotAudited]
    public int UpdatedRows { get; private set; }

    [NotAudited]
    public int SkippedRows { get; private set; }

    [NotAudited]
    public int RefusedRows { get; private set; }

    [NotAudited]
    public int ProblemCount { get; private set; }

    /// <summary>The number of the last row (the header is row 1) whose fate is committed.</summary>
    [NotAudited]
    public int LastRow { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Customers taken back or set back by the undo.</summary>
    [NotAudited]
    public int UndoneRows { get; private set; }

    /// <summary>Customers the undo left alone because somebody changed them since.</summary>
    [NotAudited]
    public int KeptChanged { get; private set; }

    /// <summary>Customers the undo left alone because something hangs on them.</summary>
    [NotAudited]
    public int KeptInUse { get; private set; }

    /// <summary>The process that works on it, until <see cref="HeldUntil"/>.</summary>
    [NotAudited]
    public string? HeldBy { get; private set; }

    [NotAudited]
    public DateTimeOffset? HeldUntil { get; private set; }

    public bool IsWorking => State is ImportState.Checking or ImportState.Running or ImportState.Undoing;

    /// <summary>Whether it still waits for somebody to start it.</summary>
    public bool IsIdle => State is ImportState.Uploaded or ImportState.Checked;

    public bool CanUndo => State is ImportState.Done or ImportState.Cancelled or ImportState.Failed && CreatedRows + UpdatedRows > 0;

    /// <summary>Decimal commas go with semicolons: where the comma is in numbers, it cannot part columns.</summary>
    public bool DecimalComma => Delimiter == ";";

    public static Import Of(StoredFile file, FileShape shape, UserId? by, DateTimeOffset at)
    {
        var import = new Import { Id = Platform.Values.EntityId.New<ImportId>(at), FileId = file.Id, FileName = file.Name, CreatedAt = at, CreatedBy = by };
        import.Take(shape);
        return import;
    }

    /// <summary>The file as it looks with another encoding or delimiter; mappings to columns that are the same stay.</summary>
    public void Reread(FileShape shape)
    {
        RequireIdle();
        var targets = Columns.ToDictionary(c => (c.Index, c.Header), c => c.Target);
        Take(shape);
        Columns = [.. Columns.Select(c => c with { Target = targets.GetValueOrDefault((c.Index, c.Header)) })];
    }

    public void Configure(ExistingRows existing, IReadOnlyList<ImportColumn> columns)
    {
        RequireIdle();
        Existing = existing;
        Columns = columns;
        State = ImportState.Uploaded;
    }

    public void StartCheck(UserId? by, DateTimeOffset at) => Start(ImportState.Checking, by, at);

    public void StartRun(UserId? by, DateTimeOffset at) => Start(ImportState.Running, by, at);

    /// <summary>Takes cells of the file out of what is kept for the preview.</summary>
    public void ForgetSamples()
    {
        SampleRows = [];
        Columns = [.. Columns.Select(c => c with { Samples = [], Values = [] })];
    }

    /// <summary>Whether people may come in again who were erased at their own wish.</summary>
    public void Allow(bool suppressed) => AllowSuppressed = suppressed;

    public void Progress(ImportTally tally, int lastRow)
    {
        ProcessedRows += tally.Processed;
        CreatedRows += tally.Created;
        UpdatedRows += tally.Updated;
        SkippedRows += tally.Skipped;
        RefusedRows += tally.Refused;
        ProblemCount += tally.Problems;
        LastRow = lastRow;
    }

    /// <summary>Begins again from the first row.</summary>
    public void RestartProgress() => ResetProgress();

    public void Finish(DateTimeOffset at)
    {
        State = State switch
        {
            ImportState.Checking => ImportState.Checked,
            ImportState.Running => ImportState.Done,
            ImportState.Undoing => ImportState.Undone,
            _ => throw new InvalidOperationException($"An import that is {State} has nothing to finish."),
        };
        FinishedAt = at;
        Release();
    }

    public void Fail(string why, DateTimeOffset at)
    {
        State = ImportState.Failed;
        Failure = why;
        FinishedAt = at;
        Release();
    }

    /// <summary>Stops a check or a run; what is committed stays and can be undone.</summary>
    /// <exception cref="RuleBroken">when nothing can be stopped any more</exception>
    public void Cancel(DateTimeOffset at)
    {
        if (State is ImportState.Checking)
        {
            State = ImportState.Uploaded;
            ResetProgress();
        }
        else if (State is ImportState.Running or ImportState.Uploaded or ImportState.Checked)
        {
            State = ImportState.Cancelled;
            FinishedAt = at;
        }
        else
        {
            throw new RuleBroken("IMPORT_NOT_RUNNING", "There is nothing to cancel.");
        }

        Release();
    }

    /// <exception cref="RuleBroken">when the import has changed nothing or is undone already</exception>
    public void StartUndo(UserId? by, DateTimeOffset at)
    {
        if (!CanUndo)
        {
            throw new RuleBroken("CANNOT_UNDO", "There is nothing to undo.");
        }

        (State, RequestedBy, StartedAt, FinishedAt) = (ImportState.Undoing, by, at, null);
    }

    public void ProgressUndo(int undone, int keptChanged, int keptInUse) =>
        (UndoneRows, KeptChanged, KeptInUse) = (UndoneRows + undone, KeptChanged + keptChanged, KeptInUse + keptInUse);

    public void Hold(string node, DateTimeOffset until) => (HeldBy, HeldUntil) = (node, until);

    public void Release() => (HeldBy, HeldUntil) = (null, null);

    private void Start(ImportState state, UserId? by, DateTimeOffset at)
    {
        RequireIdle();
        ImportTargets.RequireIdentity(Columns);
        ResetProgress();
        (State, RequestedBy, StartedAt, FinishedAt) = (state, by, at, null);
    }

    private void RequireIdle()
    {
        if (!IsIdle)
        {
            throw new RuleBroken("IMPORT_STARTED", "This import has been started already. Upload the file again for another one.");
        }
    }

    private void ResetProgress() =>
        (ProcessedRows, CreatedRows, UpdatedRows, SkippedRows, RefusedRows, ProblemCount, LastRow) = (0, 0, 0, 0, 0, 0, 0);

    private void Take(FileShape shape) =>
        (Encoding, Delimiter, Columns, SampleRows, TotalRows, State) = (shape.Encoding, shape.Delimiter, shape.Columns, shape.SampleRows, shape.TotalRows, ImportState.Uploaded);
}
