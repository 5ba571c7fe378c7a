using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Types;

public sealed class SchemaRuleTests
{
    [Theory]
    [InlineData("type A { a: Int }", "schema: Query root type must be provided.")]
    [InlineData("schema { query: E } enum E { A }", "schema: Query root type must be Object type, it cannot be E.")]
    [InlineData("schema { query: Q mutation: Q } type Q { a: Int }", "schema: All root types must be different, \"Q\" type is used as query and mutation root types.")]
    [InlineData("type Query { __a: Int }", "Query.__a: Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type Query { a: Int a: Int }", "Query.a: Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a(b: Int b: Int): Int }", "Query.a(b:): Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData("type Query { a: E } enum E { A A }", "E.A: Enum value \"E.A\" can only be defined once.")]
    [InlineData("type Query { a: Int } type Query { a: Int }", "Query: There can be only one type named \"Query\".")]
    [InlineData("type Query { a: Nope }", "Query.a: Unknown type \"Nope\".")]
    [InlineData("type Query { a: Int } extend type Nope { a: Int }", "Nope: Cannot extend type \"Nope\" because it is not defined.")]
    [InlineData("type Query { a: Int } extend enum Query { A }", "Query: Cannot extend non-enum type \"Query\".")]
    [InlineData("type Query", "Query: Type Query must define one or more fields.")]
    [InlineData("type Query { a: In } input In { b: Int }", "Query.a: The type of Query.a must be Output Type but got: In.")]
    [InlineData("type Query { a(b: Query): Int }", "Query.a(b:): The type of Query.a(b:) must be Input Type but got: Query.")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Query.a(b:): Required argument Query.a(b:) cannot be deprecated.")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "Query.a(b:): Query.a(b:) has invalid default value: Int cannot represent non-integer value: \"x\"")]
    [InlineData("directive @d(a: Query) on FIELD type Query { a: Int }", "@d(a:): The type of @d(a:) must be Input Type but got: Query.")]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION type Query { a: Int }", "@d: Directive @d must not reference itself.")]
    public void A_mistake_is_named_with_its_coordinate(string sdl, string error) => Errors(sdl).ShouldBe([error]);

    [Theory]
    [InlineData("type Query implements Query { a: Int }", "Query: Type Query must only implement Interface types, it cannot implement Query.")]
    [InlineData("type Query implements I & I { a: Int } interface I { a: Int }", "Query: Type Query can only implement I once.")]
    [InlineData("type Query { a: I } interface I implements I { a: Int }", "I: Type I cannot implement itself because it would create a circular reference.")]
    [InlineData("type Query implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }", "Query: Type Query must implement J because it is implemented by I.")]
    [InlineData("type Query implements I { a: Int } interface I { b: Int }", "Query: Interface field I.b expected but Query does not provide it.")]
    [InlineData("type Query implements I { a: String } interface I { a: Int }", "Query.a: Interface field I.a expects type Int but Query.a is type String.")]
    [InlineData("type Query implements I { a: Int } interface I { a(b: Int): Int }", "Query.a: Interface field argument I.a(b:) expected but Query.a does not provide it.")]
    [InlineData("type Query implements I { a(b: Int!): Int } interface I { a(b: Int): Int }", "Query.a(b:): Interface field argument I.a(b:) expects type Int but Query.a(b:) is type Int!.")]
    [InlineData("type Query implements I { a(b: Int!): Int } interface I { a: Int }", "Query.a(b:): Argument \"Query.a(b:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int }", "Query.a: Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    public void Types_keep_what_their_interfaces_promise(string sdl, string error) => Errors(sdl).ShouldBe([error]);

    [Theory]
    [InlineData("union U", "U: Union type U must define one or more member types.")]
    [InlineData("union U = Query | Query", "U: Union type U can only include type Query once.")]
    [InlineData("union U = Int", "U: Union type U can only include Object types, it cannot include Int.")]
    [InlineData("enum E", "E: Enum type E must define one or more values.")]
    [InlineData("input In", "In: Input Object type In must define one or more fields.")]
    [InlineData("input In { a: Query }", "In.a: The type of In.a must be Input Type but got: Query.")]
    [InlineData("input In { a: Int! @deprecated }", "In.a: Required input field In.a cannot be deprecated.")]
    [InlineData("input In @oneOf { a: Int! }", "In.a: OneOf input field In.a must be nullable.")]
    [InlineData("input In @oneOf { a: Int = 1 }", "In.a: OneOf input field In.a cannot have a default value.")]
    [InlineData("input In { a: Other! } input Other { b: In! }", "In: Input Object In cannot be provided a finite value because it references itself through fields: In.a, Other.b.")]
    [InlineData("input In @oneOf { a: In }", "In: Input Object In cannot be provided a finite value because it references itself through fields: In.a.")]
    [InlineData("input In { a: In = {} }", "In.a: Invalid circular reference. The default value of Input Object field In.a references itself.")]
    public void Unions_enums_and_inputs_can_be_used(string sdl, string error) => Errors("type Query { a: Int } " + sdl).ShouldBe([error]);

    [Theory]
    [InlineData("@nope", "Query.a: Unknown directive \"@nope\".")]
    [InlineData("@oneOf", "Query.a: Directive \"@oneOf\" may not be used on FIELD_DEFINITION.")]
    [InlineData("@deprecated @deprecated", "Query.a: The directive \"@deprecated\" can only be used once at this location.")]
    [InlineData("@deprecated(why: 1)", "Query.a: Unknown argument \"why\" on directive \"@deprecated\".")]
    [InlineData("@deprecated(reason: 1)", "Query.a: String cannot represent a non string value: 1")]
    [InlineData("@cost", "Query.a: Argument \"@cost(weight:)\" of type \"Int!\" is required, but it was not provided.")]
    public void Applied_directives_are_checked(string directives, string error) =>
        Errors($"directive @cost(weight: Int!) on FIELD_DEFINITION type Query {{ a: Int {directives} }}").ShouldBe([error]);

    [Fact]
    public void All_mistakes_come_at_once() =>
        Errors("type Query { a: Nope b(c: Query): In } input In { d: In! } enum E { A A } extend union U = Query").Count.ShouldBe(6);

    [Fact]
    public void Names_from_code_are_checked_too()
    {
        var query = new ObjectType("Query");
        query.Fields.AddRange(new Field("not-a-name", BuiltInScalars.Int), new Field("9a", BuiltInScalars.Int));

        Should.Throw<SchemaException>(() => new GraphQL.Types.SchemaBuilder { Query = query }.Build()).Errors.Select(error => error.Message).ShouldBe(
        [
            "Names must only contain [_a-zA-Z0-9] but \"not-a-name\" does not.",
            "Names must start with [_a-zA-Z] but \"9a\" does not.",
        ]);
    }

    private static List<string> Errors(string sdl) =>
        [.. Should.Throw<SchemaException>(() => SdlReader.Read(sdl).Build()).Errors.Select(error => error.ToString())];
}
