namespace ServiceCrm.GraphQL.Execution;

/// <summary>What of the selection on an object comes later: the deferred fragments that begin here, and the groups of fields.</summary>
internal sealed class Deferral(DeferUsage[] begins, DeferredGroup[] groups)
{
    public DeferredGroup[] Groups => groups;

    /// <summary>Writes what comes now and notes what comes later.</summary>
    public bool Write(RequestRun run, Selection selection, object value, int row)
    {
        var later = run.Later!;
        var around = later.Scope;
        var path = run.Path();
        foreach (var usage in begins)
            later.Scope = new FragmentScope(usage, new DeferredFragment(usage.Label, path, later.Find(usage.Parent)), later.Scope);
        foreach (var group in groups)
            later.Add(new GroupPart(group, value, path, later.Scope, [.. group.Usages.Select(usage => later.Find(usage)!)]), run.Output.Length);
        try
        {
            return selection.WriteFields(run, value, row);
        }
        finally
        {
            later.Scope = around;
        }
    }
}

/// <summary>
/// The deferred fragments a field comes with, compared as a set: none when it stands outside of all of them; one around another replaces it.
/// </summary>
internal sealed class UsageSet(DeferUsage[] usages) : IEquatable<UsageSet>
{
    public static readonly UsageSet None = new([]);

    public DeferUsage[] Usages { get; } = usages;

    public static UsageSet Of(CollectedField field)
    {
        if (field.Places.Exists(place => place.Defer is null))
            return None;
        var all = field.Places.Select(place => place.Defer!).Distinct().ToList();
        return new UsageSet([.. all.Where(usage => !usage.IsWithin(all))]);
    }

    public bool Equals(UsageSet? other) => other is not null && Usages.Length == other.Usages.Length && Usages.All(other.Usages.Contains);

    public override bool Equals(object? obj) => Equals(obj as UsageSet);

    public override int GetHashCode() => Usages.Aggregate(0, (hash, usage) => hash ^ RuntimeHelpers.GetHashCode(usage));
}
