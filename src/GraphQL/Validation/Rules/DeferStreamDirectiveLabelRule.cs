namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Labels of deferred parts are constant and unique (incremental delivery proposal, after spec section 5.7).</summary>
public sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule(context, [NodeKind.Directive])
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        var directive = (DirectiveNode)node;
        if (directive.Name.Value is not ("defer" or "stream") || directive.FindArgument("label") is not { } label || label is NullValueNode)
            return;

        if (label is not StringValueNode text)
            Context.Report($"Argument \"@{directive.Name}(label:)\" must be a static string.", directive.Location);
        else if (!_known.TryAdd(text.Value, directive))
        {
            Context.Report(
                "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                _known[text.Value].Location,
                directive.Location);
        }
    }
}
