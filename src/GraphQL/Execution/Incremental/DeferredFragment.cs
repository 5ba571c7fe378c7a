namespace ServiceCrm.GraphQL.Execution;

/// <summary>A deferred fragment on one object: complete when all groups of its fields are.</summary>
internal sealed class DeferredFragment(string? label, ImmutableArray<PathSegment> path, DeferredFragment? parent)
{
    public string? Label { get; } = label;

    public ImmutableArray<PathSegment> Path { get; } = path;

    public DeferredFragment? Parent { get; } = parent;

    /// <summary>The id it was announced under.</summary>
    public string? Id { get; set; }

    /// <summary>Delivered or failed.</summary>
    public bool IsOver { get; set; }

    /// <summary>Groups still to execute.</summary>
    public HashSet<GroupPart> Waiting { get; } = [];

    /// <summary>Groups executed; each is delivered with the first of its fragments that is complete.</summary>
    public List<GroupResult> Results { get; } = [];

    /// <summary>What is announced when this one is complete: fragments within it and streams.</summary>
    public List<object> Children { get; } = [];

    /// <summary>Why one of its groups has failed, as written: <c>"errors":[…]</c>.</summary>
    public byte[]? Errors { get; set; }
}

/// <summary>An executed group of deferred fields.</summary>
/// <param name="part">Which.</param>
/// <param name="body">Its members in an entry of <c>incremental</c>: <c>"data":{…}</c>, and <c>"errors"</c> if there are any.</param>
internal sealed class GroupResult(GroupPart part, byte[] body)
{
    public GroupPart Part { get; } = part;

    public byte[] Body { get; } = body;

    public bool IsSent { get; set; }
}
