namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>The default of an input field does not need itself to be complete (spec section 3.10, "InputObjectDefaultValueHasCycle").</summary>
internal sealed class DefaultValueCycleRules
{
    private readonly SchemaCheck _check;
    private readonly HashSet<InputField> _visited = [];
    private readonly List<InputField> _path = [];

    private DefaultValueCycleRules(SchemaCheck check) => _check = check;

    public static void Check(SchemaCheck check)
    {
        var rules = new DefaultValueCycleRules(check);
        var empty = new ObjectValueNode(default, []);
        foreach (var type in check.Types.OfType<InputObjectType>())
            rules.Follow(type, empty);
    }

    /// <summary>Fields that the literal leaves out get their own defaults, so those are followed.</summary>
    private void Follow(InputObjectType type, ValueNode literal)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values)
                Follow(type, item);
        }
        else if (literal is ObjectValueNode value)
        {
            foreach (var field in type.Fields.Where(field => field.Type.Named is InputObjectType))
            {
                var target = (InputObjectType)field.Type.Named;
                var given = value.Fields.LastOrDefault(candidate => string.Equals(candidate.Name.Value, field.Name, StringComparison.Ordinal));
                if (given is not null)
                    Follow(target, given.Value);
                else if (field.DefaultValue is not null)
                    FollowDefault(field, target, field.DefaultValue);
            }
        }
    }

    private void FollowDefault(InputField field, InputObjectType target, ValueNode literal)
    {
        var start = _path.IndexOf(field);
        if (start >= 0)
        {
            var via = _path.Skip(start + 1).ToList();
            _check.Report(
                field,
                $"Invalid circular reference. The default value of Input Object field {field} references itself{(via.Count > 0 ? $" via the default values of: {string.Join(", ", via)}" : string.Empty)}.");
        }
        else if (_visited.Add(field))
        {
            _path.Add(field);
            Follow(target, literal);
            _path.RemoveAt(_path.Count - 1);
        }
    }
}
