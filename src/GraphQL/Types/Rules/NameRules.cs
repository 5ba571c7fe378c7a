namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Names are names and leave <c>__</c> to introspection (spec sections 2.1.9 and 4.1, "reserved names").</summary>
internal static class NameRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var element in check.Elements)
        {
            var name = element.Name;
            if (name.Length == 0)
                check.Report(element, "Expected name to be a non-empty string.");
            else if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                check.Report(element, $"Names must only contain [_a-zA-Z0-9] but \"{name}\" does not.");
            else if (char.IsAsciiDigit(name[0]))
                check.Report(element, $"Names must start with [_a-zA-Z] but \"{name}\" does not.");
            else if (name.StartsWith("__", StringComparison.Ordinal))
                check.Report(element, $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
            else if (element is EnumValue && name is "true" or "false" or "null")
                check.Report(element, $"Enum values cannot be named: {name}");
        }
    }
}
