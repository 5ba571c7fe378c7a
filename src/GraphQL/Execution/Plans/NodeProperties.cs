using System.Reflection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Finds which C# properties of the nodes of a connection its selection reads, whatever the variables are.</summary>
internal sealed class NodeProperties
{
    private readonly HashSet<PropertyInfo> _found = [];
    private readonly bool _isKnown;

    public NodeProperties(PlanFieldInfo connection) => _isKnown = Below(connection).All(field => field.Name switch
    {
        "nodes" => Add(field),
        "edges" => Below(field).Where(edge => edge.Name is "node").All(Add),
        _ => true,
    });

    /// <summary>The properties; null when there are none, or a field reads something that is no property.</summary>
    public IReadOnlyCollection<PropertyInfo>? Found => _isKnown && _found.Count > 0 ? _found : null;

    private bool Add(PlanFieldInfo node) => Below(node).All(field => field.Runtime is null || Add(field.Runtime));

    private bool Add(FieldRuntime runtime)
    {
        if (runtime.Property is not { } property)
            return false;
        _found.Add(property);
        return true;
    }

    private static IEnumerable<PlanFieldInfo> Below(PlanFieldInfo field) => (field.Selections?.All ?? []).SelectMany(Fields);

    private static IEnumerable<PlanFieldInfo> Fields(Selection selection) => selection.Fields.ToArray().Select(field => field.Info)
        .Concat((selection.Deferral?.Groups ?? []).SelectMany(group => Fields(group.Fields.All[0])));
}
