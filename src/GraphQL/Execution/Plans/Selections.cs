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
            foreach (var candidate in selection.Fields)
            {
                if (run.Includes(candidate) && name.SequenceEqual(candidate.Info.Name) && (dot < 0 || IsSelected(run, candidate, path[(dot + 1)..])))
                    return true;
            }
        }

        return false;
    }
}
