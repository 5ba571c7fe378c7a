namespace ServiceCrm.GraphQL.Execution;

/// <summary>Where the writer stands, and what went wrong there. Nothing here costs while nothing fails, but one store per list item.</summary>
internal sealed partial class RequestRun
{
    private const string InternalCode = "INTERNAL";
    private const string TimeCode = "TIME_LIMIT";

    private ImmutableArray<PathSegment> _around = [];
    private PathEntry[] _path = new PathEntry[16];

    /// <summary>Errors so far, in the order of the answer.</summary>
    public List<GraphQLError>? Errors { get; private set; }

    /// <summary>Why the field that just returned <see cref="Outcome.Failed"/> failed.</summary>
    public Exception? Failure { get; set; }

    public int Depth { get; private set; }

    /// <summary>The field at which the writer stands; null at an item of a list.</summary>
    public PlanField? FieldHere => _path[Depth - 1].Field;

    public int PushField(PlanField field)
    {
        var depth = Depth;
        Entry(depth).Field = field;
        Depth = depth + 1;
        return depth;
    }

    public int PushIndex()
    {
        var depth = Depth;
        Entry(depth).Field = null;
        Depth = depth + 1;
        return depth;
    }

    public void SetIndex(int depth, int index) => _path[depth].Index = index;

    public void Pop(int depth) => Depth = depth;

    /// <summary>Writes null, or says that null is forbidden here.</summary>
    public Outcome Null(bool nonNull)
    {
        if (nonNull)
            return Outcome.ForbiddenNull;
        Output.Null();
        return Outcome.Written;
    }

    /// <summary>A null from below arrived: it ends here or propagates.</summary>
    public Outcome GiveUp(int mark, bool nonNull)
    {
        if (nonNull)
            return Outcome.Propagates;
        CutBack(mark);
        Output.Null();
        return Outcome.Written;
    }

    /// <summary>Takes back what was written since the mark, and what was to come later below it.</summary>
    public void CutBack(int mark)
    {
        Output.CutBack(mark);
        Later?.CutBack(mark);
    }

    /// <summary>Stands at the start of a later part of the answer, below the path.</summary>
    public void StartPart(ImmutableArray<PathSegment> path, ReadOnlySpan<byte> name)
    {
        _around = path;
        Depth = 0;
        Errors = null;
        Output.CutBack(0);
        Output.Raw(name);
    }

    /// <summary>Everything but the end of the whole request is an error of one field.</summary>
    public bool IsFieldFailure(Exception failure) => failure is not OperationCanceledException || !Aborted.IsCancellationRequested;

    /// <summary>Reports what happened at a field of the object the writer stands in; nothing if it is reported already.</summary>
    public void Report(Outcome outcome, PlanField field)
    {
        if (outcome != Outcome.Propagates)
            Add(outcome, field, [.. Path(), field.Info.ResponseName]);
    }

    /// <summary>Reports what happened at the list item at which the writer stands.</summary>
    public void Report(Outcome outcome)
    {
        if (outcome == Outcome.Propagates)
            return;
        var at = Depth - 1;
        while (_path[at].Field is null)
            at--;
        Add(outcome, _path[at].Field!, Path());
    }

    /// <summary>The place of the object or item at which the writer stands.</summary>
    public ImmutableArray<PathSegment> Path()
    {
        var path = ImmutableArray.CreateBuilder<PathSegment>(_around.Length + Depth + 1);
        path.AddRange(_around);
        for (var i = 0; i < Depth; i++)
            path.Add(_path[i].Field is { } field ? field.Info.ResponseName : _path[i].Index);
        return path.DrainToImmutable();
    }

    private void Add(Outcome outcome, PlanField field, ImmutableArray<PathSegment> path)
    {
        var error = outcome == Outcome.ForbiddenNull
            ? Describe(new LeafValueException($"Cannot return null for non-nullable field {field}."))
            : Describe(Failure!);
        (Errors ??= []).Add(new GraphQLError(error.Message)
        {
            Locations = [.. field.Info.Offsets.Select(Plan.Source.GetLocation)],
            Path = path,
            Code = error.Code,
            Extensions = error.Extensions,
        });
        Failure = null;
    }

    private GraphQLError Describe(Exception failure) => failure switch
    {
        GraphQLFieldException known => new GraphQLError(known.Message) { Code = known.Code },
        OperationCanceledException when Cancellation.IsCancellationRequested => new GraphQLError("The time for this request is over.") { Code = TimeCode },
        _ when Options.MapError is not null && Map(failure) is { } mapped => mapped,
        LeafValueException leaf => new GraphQLError(leaf.Message) { Code = InternalCode },
        InvalidInputProblems problems => new GraphQLError(problems.Message) { Code = LiteralCoercion.InvalidCode, Extensions = Problems(problems) },
        _ => new GraphQLError("Something went wrong here.") { Code = InternalCode },
    };

    private GraphQLError? Map(Exception failure)
    {
        try
        {
            return Options.MapError!(failure);
        }
        catch (Exception)
        {
            // A map that fails itself must not tell more than one that is not there, nor end the request.
            return null;
        }
    }

    private static Dictionary<string, object?> Problems(InvalidInputProblems problems) => new(StringComparer.Ordinal)
    {
        ["problems"] = problems.Problems.Select(problem => new { path = problem.Path, message = problem.Message }).ToList(),
    };

    private ref PathEntry Entry(int depth)
    {
        if (depth == _path.Length)
            Array.Resize(ref _path, depth * 2);
        return ref _path[depth];
    }

    private struct PathEntry
    {
        public PlanField? Field;
        public int Index;
    }
}
