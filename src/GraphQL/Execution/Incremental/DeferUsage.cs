namespace ServiceCrm.GraphQL.Execution;

/// <summary>One active <c>@defer</c> at one place of a plan. The same fragment spread at two places is two of them.</summary>
/// <param name="directive">It in the document.</param>
/// <param name="label">The client's name for it.</param>
/// <param name="parent">The deferred fragment around it.</param>
internal sealed class DeferUsage(DirectiveNode directive, string? label, DeferUsage? parent)
{
    public DirectiveNode Directive { get; } = directive;

    public string? Label { get; } = label;

    public DeferUsage? Parent { get; } = parent;

    public bool IsWithin(IReadOnlyCollection<DeferUsage> usages)
    {
        for (var around = Parent; around is not null; around = around.Parent)
        {
            if (usages.Contains(around))
                return true;
        }

        return false;
    }
}

/// <summary>An active <c>@stream</c> on a list field.</summary>
/// <param name="Label">The client's name for it.</param>
/// <param name="Count">How many items come with the list itself, when the document says it.</param>
/// <param name="Slot">The variable that says it; -1 for none.</param>
internal sealed record StreamUsage(string? Label, int Count, int Slot)
{
    /// <summary>How many items come at once in this request.</summary>
    public int InitialCount(RequestRun run)
    {
        var count = Slot < 0 ? Count : run.Variables[Slot] as int? ?? 0;
        return count >= 0 ? count : throw new GraphQLFieldException(LiteralCoercion.InvalidCode, "initialCount must not be negative.");
    }
}

/// <summary>Fields of one object that are delivered later, together: they stand in exactly these deferred fragments.</summary>
internal sealed record DeferredGroup(DeferUsage[] Usages, SelectionSet Fields);
