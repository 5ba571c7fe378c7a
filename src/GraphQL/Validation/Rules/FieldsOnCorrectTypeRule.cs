using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Selected fields exist on the type they are selected on (spec section 5.3.1).</summary>
public sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context, [NodeKind.Field])
{
    internal override void Enter(AstNode node)
    {
        if (Context.TypeInfo is not { ParentType: { } type, Field: null })
            return;

        var name = ((FieldNode)node).Name.Value;
        Context.Report($"Cannot query field \"{name}\" on type \"{type}\".{Suggest(type, name)}", node.Location);
    }

    private string Suggest(CompositeType type, string name)
    {
        if (Context.Options.HideSuggestions)
            return string.Empty;

        var types = Suggestions.DidYouMean(TypesWith(type, name), "to use an inline fragment on");
        return types.Length > 0 || type is not FieldsType fields ? types : Context.Suggest(name, fields.Fields.Names);
    }

    /// <summary>The object types that have the field, and their interfaces: those that many objects share come first.</summary>
    private static List<string> TypesWith(CompositeType type, string name)
    {
        var uses = new Dictionary<FieldsType, int>();
        foreach (var possible in type.IsAbstract ? type.PossibleTypes : [])
        {
            if (possible.FindField(name) is null)
                continue;

            uses[possible] = 1;
            foreach (var implemented in possible.Interfaces.Where(implemented => implemented.FindField(name) is not null))
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
        }

        // The order is not transitive, so the kind of sorting shows: insertion, as short arrays are sorted in graphql-js.
        var sorted = new List<FieldsType>();
        foreach (var candidate in uses.Keys)
        {
            var position = sorted.Count;
            while (position > 0 && Compare(candidate, sorted[position - 1], uses) < 0)
                position--;

            sorted.Insert(position, candidate);
        }

        return sorted.ConvertAll(candidate => candidate.Name);
    }

    private static int Compare(FieldsType left, FieldsType right, Dictionary<FieldsType, int> uses) =>
        uses[left] != uses[right] ? uses[right] - uses[left]
        : left is InterfaceType && TypeComparison.IsMember(right, left) ? -1
        : right is InterfaceType && TypeComparison.IsMember(left, right) ? 1
        : Suggestions.NaturalOrder.Compare(left.Name, right.Name);
}
