using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>Spec section 5.3.2, SameResponseShape: lists, non-null marks and leaves have to be the same; objects are looked into.</summary>
internal static class Shapes
{
    /// <summary>Fields of unknown type agree with everything: another rule reports them.</summary>
    public static bool AreSame(List<FieldEntry> fields)
    {
        GraphQLType? first = null;
        foreach (var field in fields)
        {
            var type = field.Definition?.Type;
            if (first is not null && type is not null && Differ(first, type))
                return false;

            first ??= type;
        }

        return true;
    }

    private static bool Differ(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (ListType a, ListType b) => Differ(a.ItemType, b.ItemType),
        (NonNullType a, NonNullType b) => Differ(a.InnerType, b.InnerType),
        (NamedType a, NamedType b) => (a.IsLeaf || b.IsLeaf) && !ReferenceEquals(a, b),
        _ => true,
    };
}
