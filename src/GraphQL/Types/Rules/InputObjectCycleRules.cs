namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Every input object has a finite value: it does not need itself (spec section 3.10, "circular references", and 3.10.1).</summary>
internal static class InputObjectCycleRules
{
    public static void Check(SchemaCheck check)
    {
        var types = check.Types.OfType<InputObjectType>().ToList();
        var open = types.ToHashSet();

        // A type is done when it can be given without any type that is not done yet.
        while (open.RemoveWhere(type => HasFiniteValue(type, open)) > 0)
        {
        }

        var visited = new HashSet<InputObjectType>();
        foreach (var type in types.Where(open.Contains))
            Follow(check, type, open, visited, []);
    }

    private static bool HasFiniteValue(InputObjectType type, HashSet<InputObjectType> open) => type.IsOneOf
        ? type.Fields.Count == 0 || type.Fields.Any(field => TargetOf(type, field) is not { } target || !open.Contains(target))
        : type.Fields.All(field => TargetOf(type, field) is not { } target || !open.Contains(target));

    /// <summary>The input object that a value of the field must contain, or null when the field can be left out or be an empty list.</summary>
    private static InputObjectType? TargetOf(InputObjectType type, InputField field) =>
        (type.IsOneOf ? field.Type : (field.Type as NonNullType)?.InnerType) as InputObjectType;

    private static void Follow(SchemaCheck check, InputObjectType type, HashSet<InputObjectType> open, HashSet<InputObjectType> visited, List<InputField> path)
    {
        if (!visited.Add(type))
            return;

        foreach (var field in type.Fields)
        {
            if (TargetOf(type, field) is not { } target || !open.Contains(target))
                continue;

            path.Add(field);
            var start = path.FindIndex(step => ReferenceEquals(step.Owner, target));
            if (start >= 0)
            {
                check.Report(
                    target,
                    $"Input Object {target} cannot be provided a finite value because it references itself through fields: {string.Join(", ", path.Skip(start))}.");
            }
            else
                Follow(check, target, open, visited, path);

            path.RemoveAt(path.Count - 1);
        }
    }
}
