using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Types;

public sealed class IntrospectionTests
{
    private static readonly Schema Schema = SdlReader.Read(
        """
        type Query implements I { a(x: Int = 1, old: Int @deprecated): [E!] gone: Int @deprecated(reason: "why") }
        interface I { a(x: Int = 1, old: Int): [E!] }
        enum E { A B @deprecated }
        input In @oneOf { a: Int }
        """).Build();

    [Fact]
    public void Fields_answer_from_the_schema_model()
    {
        var query = Ask(Introspection.TypeField, Schema, new IntrospectionArguments(Name: "Query")).ShouldBeOfType<ObjectType>();

        Ask(query, "__Type", "kind").ShouldBe(TypeKind.Object);
        Ask(query, "__Type", "name").ShouldBe("Query");
        List(query, "__Type", "fields").ShouldBe(["Query.a"]);
        List(query, "__Type", "fields", new IntrospectionArguments(IncludeDeprecated: true)).ShouldBe(["Query.a", "Query.gone"]);
        List(query, "__Type", "interfaces").ShouldBe(["I"]);
        Ask(query, "__Type", "possibleTypes").ShouldBeNull();
        List(Schema.FindType("I")!, "__Type", "possibleTypes").ShouldBe(["Query"]);
        Ask(Schema.FindType("In")!, "__Type", "isOneOf").ShouldBe(true);
        List(query.Fields["a"], "__Field", "args").ShouldBe(["Query.a(x:)"]);
        Ask(query.Fields["a"].Arguments["x"], "__InputValue", "defaultValue").ShouldBe("1");
        Ask(query.Fields["gone"], "__Field", "deprecationReason").ShouldBe("why");
        Ask(query.Fields["a"].Type, "__Type", "ofType").ShouldBe(((ListType)query.Fields["a"].Type).ItemType);
        List(Schema, "__Schema", "directives").ShouldBe(["@include", "@skip", "@deprecated", "@specifiedBy", "@oneOf"]);
    }

    [Fact]
    public void Values_of_the_introspection_enums_are_found_by_what_resolvers_return() =>
        Introspection.TypeKindEnum.FindByValue(TypeKind.NonNull)!.Name.ShouldBe("NON_NULL");

    [Fact]
    public void Every_introspection_field_has_a_resolver() => Introspection.Types.OfType<ObjectType>().SelectMany(type => type.Fields)
        .ShouldAllBe(field => field.Resolver is IntrospectionResolver);

    private static object? Ask(object source, string type, string field, IntrospectionArguments arguments = default) =>
        Ask(((ObjectType)Introspection.Find(type)!).Fields[field], source, arguments);

    private static object? Ask(Field field, object source, IntrospectionArguments arguments) =>
        field.Resolver.ShouldBeOfType<IntrospectionResolver>()(Schema, source, arguments);

    private static IEnumerable<string?> List(object source, string type, string field, IntrospectionArguments arguments = default) =>
        Ask(source, type, field, arguments).ShouldBeAssignableTo<IReadOnlyList<object>>()!.Select(item => item.ToString());
}
