namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice (spec section 5.6.3).</summary>
public sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.ObjectValue, NodeKind.ObjectField], [NodeKind.ObjectValue])
{
    private readonly Stack<Dictionary<string, Name>> _known = new();

    internal override void Enter(AstNode node)
    {
        if (node is not ObjectFieldNode field)
            _known.Push(new(StringComparer.Ordinal));
        else if (!_known.Peek().TryAdd(field.Name.Value, field.Name))
            Context.Report($"There can be only one input field named \"{field.Name}\".", _known.Peek()[field.Name.Value].Location, field.Name.Location);
    }

    internal override void Leave(AstNode node) => _known.Pop();
}
