namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Leaves have no selection, everything else has one (spec section 5.3.3).</summary>
public sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context, [NodeKind.Field])
{
    internal override void Enter(AstNode node)
    {
        var field = (FieldNode)node;
        if (Context.TypeInfo.Type is not { } type)
            return;

        if (type.IsLeaf)
        {
            if (field.SelectionSet is not null)
                Context.Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", field.SelectionSet.Location);
        }
        else if (field.SelectionSet is null)
            Context.Report($"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field.Location);
        else if (field.SelectionSet.Selections.IsEmpty && !Context.Options.AllowEmptySelectionSets)
            Context.Report($"Field \"{field.Name}\" of type \"{type}\" must have at least one field selected.", field.Location);
    }
}
