namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Members of one element have different names (spec sections 3.6, 3.9, 3.10 and 3.13).</summary>
internal static class UniqueNameRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var name in Repeated(check.Directives))
            check.Report("@" + name, $"There can be only one directive named \"@{name}\".");

        foreach (var directive in check.Directives)
            CheckMembers(check, directive.Arguments, "Argument");

        foreach (var type in check.Types)
        {
            CheckMembers(check, (type as EnumType)?.Values, "Enum value");
            CheckMembers(check, (type as InputObjectType)?.Fields, "Field");
            CheckMembers(check, (type as FieldsType)?.Fields, "Field");
            foreach (var field in (type as FieldsType)?.Fields.AsEnumerable() ?? [])
                CheckMembers(check, field.Arguments, "Argument");
        }
    }

    private static void CheckMembers<T>(SchemaCheck check, MemberList<T>? members, string what)
        where T : SchemaMember
    {
        foreach (var name in members is null ? [] : Repeated(members))
        {
            var coordinate = members![name].Coordinate;
            check.Report(coordinate, $"{what} \"{coordinate}\" can only be defined once.");
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<SchemaMember> members) =>
        members.GroupBy(member => member.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
