namespace ServiceCrm.GraphQL.Execution;

/// <summary>An operation of a document, compiled: everything that does not depend on variables, caller or data. Shared by all requests.</summary>
internal sealed class Plan
{
    public required SourceText Source { get; init; }
    public required OperationType Kind { get; init; }
    public required string? OperationName { get; init; }

    /// <summary>SHA-256 of the document, for logs.</summary>
    public string DocumentHash => field ??= TrustedDocuments.HashOf(Source.Utf8);

    /// <summary>The kind in the words of the language.</summary>
    public string KindName => Kind switch { OperationType.Query => "query", OperationType.Mutation => "mutation", _ => "subscription" };

    public required PlanVariable[] Variables { get; init; }
    public required SelectionSet Root { get; init; }
    public required Conditions Conditions { get; init; }
    public required string[] Permissions { get; init; }
    public required int ColumnCount { get; init; }
    public required int ArgumentCount { get; init; }

    /// <summary>For a subscription: the schema's side of its root field.</summary>
    public FieldRuntime? EventSource { get; init; }

    /// <summary>Every request gets the same answer: only __typename and introspection, no variables.</summary>
    public required bool IsConstant { get; init; }

    /// <summary>The finished answer of a constant plan, once it ran.</summary>
    public byte[]? ConstantAnswer { get; set; }

    /// <summary>For a document with <c>@defer</c> or <c>@stream</c>: the plans for an answer in parts. This one ignores them.</summary>
    public IncrementalPlans? Incremental { get; set; }

    /// <summary>The answer comes in parts.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>Whether what the plan costs depends on variables.</summary>
    public required bool HasVariableCost { get; init; }

    /// <summary>What it costs when that depends on nothing, once it was measured.</summary>
    public OperationCost? ConstantCost { get; set; }

    public Selection RootSelection => Root.For(RootValue.Instance);

    /// <summary>Roughly what the plan holds in memory.</summary>
    public required int EstimatedBytes { get; init; }
}

/// <summary>The object at the root of queries and mutations.</summary>
internal sealed class RootValue
{
    public static readonly RootValue Instance = new();

    private RootValue()
    {
    }
}
