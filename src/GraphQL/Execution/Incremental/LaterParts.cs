namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Parts of the answer that are found while an earlier part is written. A null that propagates cuts off what was written, and with it the
/// parts that were found there; so each remembers where in the output it was found.
/// </summary>
internal sealed class LaterParts
{
    private readonly List<(LaterPart Part, int Mark)> _found = [];

    /// <summary>The deferred fragments around the object that is being written.</summary>
    public FragmentScope? Scope { get; set; }

    public DeferredFragment? Find(DeferUsage? usage)
    {
        var scope = Scope;
        while (scope is not null && !ReferenceEquals(scope.Usage, usage))
            scope = scope.Around;
        return scope?.Fragment;
    }

    public void Add(LaterPart part, int mark) => _found.Add((part, mark));

    /// <summary>The output is cut back to the mark.</summary>
    public void CutBack(int mark)
    {
        while (_found.Count > 0 && _found[^1].Mark >= mark)
            _found.RemoveAt(_found.Count - 1);
    }

    /// <summary>What was found since the last call.</summary>
    public List<LaterPart> Take()
    {
        List<LaterPart> parts = [.. _found.Select(found => found.Part)];
        _found.Clear();
        return parts;
    }
}

/// <summary>The deferred fragments around an object, innermost first.</summary>
internal sealed record FragmentScope(DeferUsage Usage, DeferredFragment Fragment, FragmentScope? Around);

/// <summary>A part of the answer that is executed and delivered after the one it was found in.</summary>
internal abstract class LaterPart(ImmutableArray<PathSegment> path, FragmentScope? scope)
{
    public ImmutableArray<PathSegment> Path { get; } = path;

    public FragmentScope? Scope { get; } = scope;

    /// <summary>The field to name when the part fails as a whole: its list, or the first of its group.</summary>
    public abstract PlanField Field { get; }

    /// <summary>Parts with the same one are resolved together, so that a load of many rows stays one load.</summary>
    public abstract object BatchKey { get; }

    /// <summary>The selection whose objects must be gathered before writing; null for none.</summary>
    public abstract SelectionSet? Columns { get; }

    /// <summary>The path of a gathered object, for resolvers that ask.</summary>
    public abstract ImmutableArray<PathSegment> PathOf(int row);

    public abstract void Gather(RequestRun run, Table rows);

    /// <summary>Writes the value of the part; false when a null propagates out of it.</summary>
    /// <param name="run">Stands at the start of an empty output.</param>
    /// <param name="row">The first row of this part among the gathered ones.</param>
    public abstract bool Write(RequestRun run, int row);

    /// <summary>Reports that it failed before it could be written.</summary>
    public void Fail(RequestRun run, Exception failure)
    {
        run.StartPart(this is StreamPart ? Path.RemoveAt(Path.Length - 1) : Path, []);
        run.Failure = failure;
        run.Report(Outcome.Failed, Field);
    }
}

/// <summary>A group of deferred fields of one object.</summary>
internal sealed class GroupPart(DeferredGroup group, object value, ImmutableArray<PathSegment> path, FragmentScope? scope, DeferredFragment[] fragments)
    : LaterPart(path, scope)
{
    public DeferredFragment[] Fragments => fragments;

    public override PlanField Field => group.Fields.All[0].Fields[0];

    public override object BatchKey => group;

    public override SelectionSet? Columns => group.Fields.HasColumns ? group.Fields : null;

    /// <summary>It was started, or need not be any more.</summary>
    public bool IsStarted { get; set; }

    public override ImmutableArray<PathSegment> PathOf(int row) => Path;

    public override void Gather(RequestRun run, Table rows) => rows.Add(run, value, group.Fields.For(value));

    public override bool Write(RequestRun run, int row)
    {
        run.StartPart(Path, "\"data\":"u8);
        return group.Fields.For(value).Write(run, value, row);
    }
}

/// <summary>The items of a list that did not come with it.</summary>
/// <param name="owner">The field of the list.</param>
/// <param name="usage">Its <c>@stream</c>.</param>
/// <param name="firstIndex">The place in the list of the first of them.</param>
/// <param name="path">Of the list.</param>
/// <param name="scope">The deferred fragments around it.</param>
internal abstract class StreamPart(PlanField owner, StreamUsage usage, int firstIndex, ImmutableArray<PathSegment> path, FragmentScope? scope) : LaterPart(path, scope)
{
    public string? Label => usage.Label;

    /// <summary>The id it was announced under.</summary>
    public string? Id { get; set; }

    public override PlanField Field => owner;

    public override object BatchKey => owner;

    protected int FirstIndex { get; } = firstIndex;

    public override ImmutableArray<PathSegment> PathOf(int row) => Path.Add(FirstIndex + row);

    public sealed override bool Write(RequestRun run, int row)
    {
        run.StartPart(Path.RemoveAt(Path.Length - 1), "\"items\":"u8);
        run.PushField(owner);
        return WriteItems(run, row);
    }

    protected abstract bool WriteItems(RequestRun run, int row);
}
