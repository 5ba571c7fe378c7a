namespace ServiceCrm.GraphQL.Types;

/// <summary>How types relate (spec sections 3.6 "IsValidImplementationFieldType", 5.5.2.3 and 5.8.5).</summary>
public static class TypeComparison
{
    /// <summary>Whether every value of the first type is one of the second.</summary>
    public static bool IsSubtype(GraphQLType type, GraphQLType of) => (type, of) switch
    {
        _ when ReferenceEquals(type, of) => true,
        (NonNullType left, NonNullType right) => IsSubtype(left.InnerType, right.InnerType),
        (_, NonNullType) => false,
        (NonNullType left, _) => IsSubtype(left.InnerType, of),
        (ListType left, ListType right) => IsSubtype(left.ItemType, right.ItemType),
        (NamedType left, CompositeType { IsAbstract: true } right) => IsMember(left, right),
        _ => false,
    };

    /// <summary>Whether both types are the same, wrapper by wrapper.</summary>
    public static bool AreEqual(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => AreEqual(a.InnerType, b.InnerType),
        (ListType a, ListType b) => AreEqual(a.ItemType, b.ItemType),
        _ => ReferenceEquals(left, right),
    };

    /// <summary>Whether some object can be of both types.</summary>
    public static bool Overlap(CompositeType left, CompositeType right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        ({ IsAbstract: true }, { IsAbstract: true }) => left.PossibleTypes.Any(right.IsPossible),
        (ObjectType a, { IsAbstract: true }) => right.IsPossible(a),
        ({ IsAbstract: true }, ObjectType b) => left.IsPossible(b),
        _ => false,
    };

    /// <summary>Whether an object or interface belongs to the abstract type.</summary>
    public static bool IsMember(NamedType type, CompositeType of) => type switch
    {
        ObjectType candidate => of.IsPossible(candidate),
        InterfaceType candidate => of is InterfaceType parent && candidate.Implements(parent),
        _ => false,
    };
}
