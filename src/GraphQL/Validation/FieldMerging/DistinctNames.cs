namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>The simplest documents need no analysis: nothing to merge where all names differ and nothing is spread.</summary>
internal static class DistinctNames
{
    private const int FewFields = 24;

    /// <summary>Whether every selection set holds only fields, each with a response name of its own.</summary>
    public static bool Everywhere(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            var selectionSet = (definition as OperationDefinitionNode)?.SelectionSet ?? (definition as FragmentDefinitionNode)?.SelectionSet;
            if (selectionSet is not null && !In(selectionSet.Selections))
                return false;
        }

        return true;
    }

    private static bool In(ImmutableArray<SelectionNode> selections)
    {
        var names = selections.Length > FewFields ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < selections.Length; i++)
        {
            if (selections[i] is not FieldNode field
                || !(names?.Add(field.ResponseName) ?? IsNew(field.ResponseName, selections.AsSpan(0, i)))
                || (field.SelectionSet is not null && !In(field.SelectionSet.Selections)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNew(string name, ReadOnlySpan<SelectionNode> before)
    {
        foreach (var selection in before)
        {
            if (string.Equals(((FieldNode)selection).ResponseName, name, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
