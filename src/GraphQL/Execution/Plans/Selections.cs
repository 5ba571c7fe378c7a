namespace ServiceCrm.GraphQL.Execution;

/// <summary>Questions about what a plan selects below a field.</summary>
internal static class Selections
{
    /// <summary>Whether the path of schema names is asked below the field, on any concrete type, with the variables of this request.</summary>
    public static bool IsSelected(RequestRun run, PlanField field, ReadOnlySpan<char> path)
    {
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        foreach (var selection in field.Info.Selections?.All ?? [])
        {
            if (IsSelected(run, selection, name, dot < 0 ? [] : path[(dot + 1)..]))
                return true;
        }

        return false;
    }

    // What is deferred is selected too: it is read from the same object.
    private static bool IsSelected(RequestRun run, Selection selection, ReadOnlySpan<char> name, ReadOnlySpan<char> below)
    {
        foreach (var candidate in selection.Fields)
        {
            if (run.Includes(candidate) && name.SequenceEqual(candidate.Info.Name) && (below.IsEmpty || IsSelected(run, candidate, below)))
                return true;
        }

        foreach (var group in selection.Deferral?.Groups ?? [])
        {
            if (IsSelected(run, group.Fields.All[0], name, below))
                return true;
        }

        return false;
    }
}
