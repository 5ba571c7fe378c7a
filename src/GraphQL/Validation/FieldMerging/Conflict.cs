namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>Two fields that cannot be merged. Texts and places are cut, so that a hostile document cannot make a huge error.</summary>
/// <param name="ResponseName">The name both have in the response.</param>
/// <param name="Reason">The end of the sentence "conflict because ...".</param>
/// <param name="Left">The first field and, below it, what conflicts.</param>
/// <param name="Right">The second field and, below it, what conflicts.</param>
internal sealed record Conflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    private const int MaxTextLength = 1000;
    private const int MaxFields = 20;

    public static string Shorten(string text) => text.Length > MaxTextLength ? text[..MaxTextLength] + "..." : text;

    /// <summary>The conflicts of two fields' selections as one conflict of the fields, or null when there are none.</summary>
    public static Conflict? OfSubfields(List<Conflict> conflicts, string responseName, FieldNode left, FieldNode right)
    {
        if (conflicts.Count == 0)
            return null;

        var reason = new StringBuilder();
        foreach (var conflict in conflicts)
        {
            reason.Append(reason.Length == 0 ? string.Empty : " and ");
            reason.Append("subfields \"").Append(Shorten(conflict.ResponseName)).Append("\" conflict because ").Append(conflict.Reason);
            if (reason.Length > MaxTextLength)
                break;
        }

        return new(responseName, Shorten(reason.ToString()), Collect(left, conflicts, conflict => conflict.Left), Collect(right, conflicts, conflict => conflict.Right));
    }

    private static List<FieldNode> Collect(FieldNode field, List<Conflict> conflicts, Func<Conflict, IReadOnlyList<FieldNode>> side)
    {
        var fields = new List<FieldNode> { field };
        foreach (var conflict in conflicts)
        {
            fields.AddRange(side(conflict).TakeLast(MaxFields - fields.Count));
            if (fields.Count == MaxFields)
                break;
        }

        return fields;
    }
}
