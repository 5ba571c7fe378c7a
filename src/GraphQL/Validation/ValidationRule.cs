namespace ServiceCrm.GraphQL.Validation;

/// <summary>
/// One rule of spec chapter 5. A rule names the kinds of nodes it wants to see when the walk enters or leaves them; it lives for one
/// document, so it may keep what it has seen in fields.
/// </summary>
public abstract class ValidationRule
{
    private protected ValidationRule(ValidationContext context, ReadOnlySpan<NodeKind> enters, ReadOnlySpan<NodeKind> leaves = default)
    {
        Context = context;
        EnterMask = MaskOf(enters);
        LeaveMask = MaskOf(leaves);
    }

    /// <summary>Schema, document, types at the current node, and where errors go.</summary>
    protected ValidationContext Context { get; }

    internal ulong EnterMask { get; }

    internal ulong LeaveMask { get; }

    /// <summary>Set by <see cref="SkipChildren"/>, cleared by the walker.</summary>
    internal bool WantsToSkip { get; set; }

    internal virtual void Enter(AstNode node)
    {
    }

    internal virtual void Leave(AstNode node)
    {
    }

    internal static ulong MaskOf(NodeKind kind) => 1UL << (int)kind;

    /// <summary>Called while entering a node: the rule sees nothing below it, nor its leaving.</summary>
    protected void SkipChildren() => WantsToSkip = true;

    private static ulong MaskOf(ReadOnlySpan<NodeKind> kinds)
    {
        var mask = 0UL;
        foreach (var kind in kinds)
            mask |= MaskOf(kind);

        return mask;
    }
}
