namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Unions have members, each an object type and each once (spec section 3.8).</summary>
internal static class UnionRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var union in check.Types.OfType<UnionType>())
        {
            if (union.MemberReferences.IsEmpty)
                check.Report(union, $"Union type {union} must define one or more member types.");

            var seen = new HashSet<GraphQLType>();
            foreach (var member in union.MemberReferences.Where(check.IsKnown))
            {
                if (!seen.Add(member))
                    check.Report(union, $"Union type {union} can only include type {member} once.");
                else if (member is not ObjectType)
                    check.Report(union, $"Union type {union} can only include Object types, it cannot include {member}.");
            }
        }
    }
}
