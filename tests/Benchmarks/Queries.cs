namespace ServiceCrm.Benchmarks;

/// <summary>The four requests of the comparison.</summary>
internal static class Queries
{
    private const string Fields = "id number subject status priority isOpen createdAt score customer { id name email company } tags";

    public const string Introspection =
        """
        query IntrospectionQuery { __schema { queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType }
          directives { name description locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType
          { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    public static IReadOnlyList<(string Name, string Query, double Bar)> All { get; } =
    [
        ("list", $"query Tickets {{ tickets(first: 50) {{ {Fields} }} }}", 1.2),
        ("batched list", $"query Tickets {{ btickets(first: 50) {{ {Fields} }} }}", 1.0),
        ("{ __typename }", "{ __typename }", 0.9),
        ("introspection", Introspection, 1.0),
    ];
}
