using System.Globalization;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Validation;

public sealed class RuleTests
{
    private static readonly Schema Schema = SdlReader.Read(
        """
        type Query { dog: Dog pet: Pet any: Any find(where: Where, by: By, list: [Int!]): Dog need(id: Int!, size: Size = BIG): Int dogs: [Dog] }
        type Mutation { rename(name: String!): Dog }
        type Subscription { barked: Dog moved: Dog }
        interface Pet { name(surname: Boolean): String }
        type Dog implements Pet { name(surname: Boolean): String barks: Boolean owner: Human friends: [Pet] }
        type Cat implements Pet { name(surname: Boolean): String meows: Boolean }
        type Human { name: String! }
        union Any = Dog | Human
        enum Size { BIG SMALL }
        input Where { name: String! size: Size and: [Where!] }
        input By @oneOf { id: Int name: String }
        directive @onField(x: Int) on FIELD
        directive @many(x: Int!) repeatable on FIELD
        directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """).Build();

    [Theory]
    [InlineData("{ dog { name } } type Extra { a: Int }", "The \"Extra\" definition is not executable. 1:18")]
    [InlineData("query A { pet { name } } query A { pet { name } }", "There can be only one operation named \"A\". 1:7 1:32")]
    [InlineData("{ pet { name } } query A { pet { name } }", "This anonymous operation must be the only defined operation. 1:1")]
    [InlineData("subscription S { barked { barks } moved { barks } }", "Subscription \"S\" must select only one top level field. 1:35")]
    [InlineData("subscription { barked @skip(if: true) { barks } }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. 1:23")]
    [InlineData("subscription { __typename }", "Anonymous Subscription must not select an introspection top level field. 1:16")]
    [InlineData("query ($a: Whre) { find(where: $a) { barks } }", "Unknown type \"Whre\". Did you mean \"Where\"? 1:12")]
    [InlineData("query ($a: Dog) { need(id: 1) @onField(x: $a) }", "Variable \"$a\" cannot be non-input type \"Dog\". 1:12|Variable \"$a\" of type \"Dog\" used in position expecting type \"Int\". 1:8 1:43")]
    [InlineData("query ($a: Int, $a: Int) { need(id: 1) @onField(x: $a) }", "There can be only one variable named \"$a\". 1:9 1:18")]
    [InlineData("query Q { need(id: 1) @onField(x: $a) }", "Variable \"$a\" is not defined by operation \"Q\". 1:35 1:1")]
    [InlineData("query ($a: Int) { need(id: 1) }", "Variable \"$a\" is never used. 1:8")]
    [InlineData("query ($a: Int) { need(id: $a) }", "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\". 1:8 1:28")]
    [InlineData("query ($a: Int) { find(by: { id: $a }) { barks } }", "Variable \"$a\" is of type \"Int\" but must be non-nullable to be used for OneOf Input Object \"By\". 1:8 1:34")]
    public void Operations_and_variables(string document, string errors) => Check(document, errors);

    [Theory]
    [InlineData("{ dog { nam } }", "Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"? 1:9")]
    [InlineData("{ pet { barks } }", "Cannot query field \"barks\" on type \"Pet\". Did you mean to use an inline fragment on \"Dog\"? 1:9")]
    [InlineData("{ any { name } }", "Cannot query field \"name\" on type \"Any\". Did you mean to use an inline fragment on \"Pet\", \"Dog\", or \"Human\"? 1:9")]
    [InlineData("{ dog { barks { a } } }", "Field \"barks\" must not have a selection since type \"Boolean\" has no subfields. 1:15")]
    [InlineData("{ dog }", "Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean \"dog { ... }\"? 1:3")]
    [InlineData("{ dog { name(surnam: true) } }", "Unknown argument \"surnam\" on field \"Dog.name\". Did you mean \"surname\"? 1:14")]
    [InlineData("{ need(id: 1, id: 1) }", "There can be only one argument named \"id\". 1:8 1:15")]
    [InlineData("{ need }", "Argument \"Query.need(id:)\" of type \"Int!\" is required, but it was not provided. 1:3")]
    [InlineData("{ dog { name name: owner { name } } }", "Fields \"name\" conflict because \"name\" and \"owner\" are different fields. Use different aliases on the fields to fetch both if this was intentional. 1:9 1:14")]
    [InlineData("{ dog { name(surname: true) name } }", "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. 1:9 1:29")]
    [InlineData("{ any { ... on Dog { x: barks } ... on Human { x: name } } }", "Fields \"x\" conflict because they return conflicting types \"Boolean\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional. 1:22 1:48")]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "Maximum introspection depth exceeded 1:3")]
    public void Fields_and_arguments(string document, string errors) => Check(document, errors);

    [Theory]
    [InlineData("{ dog { ...F } }", "Unknown fragment \"F\". 1:12")]
    [InlineData("{ dog { barks } } fragment F on Dog { barks }", "Fragment \"F\" is never used. 1:19")]
    [InlineData("{ dog { ...F } } fragment F on Dog { barks } fragment F on Dog { barks }", "There can be only one fragment named \"F\". 1:27 1:55")]
    [InlineData("{ dog { ...F } } fragment F on Dog { ...G } fragment G on Dog { ...F }", "Cannot spread fragment \"F\" within itself via \"G\". 1:38 1:65")]
    [InlineData("{ dog { ... on Int { a } } }", "Fragment cannot condition on non composite type \"Int\". 1:16")]
    [InlineData("{ dog { ... on Cat { meows } } }", "Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". 1:9")]
    [InlineData("{ dog { ...F } } fragment F on Cat { meows }", "Fragment \"F\" cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\". 1:9")]
    public void Fragments(string document, string errors) => Check(document, errors);

    [Theory]
    [InlineData("{ need(id: \"1\") }", "Int cannot represent non-integer value: \"1\" 1:12")]
    [InlineData("{ need(id: null) }", "Expected value of non-null type \"Int!\" not to be null. 1:12")]
    [InlineData("{ need(id: 1, size: BUG) }", "Value \"BUG\" does not exist in \"Size\" enum. Did you mean the enum value \"BIG\"? 1:21")]
    [InlineData("{ need(id: 1, size: \"BIG\") }", "Enum \"Size\" cannot represent non-enum value: \"BIG\". Did you mean the enum value \"BIG\"? 1:21")]
    [InlineData("{ find(list: [1, null, 2.5]) { barks } }", "Expected value of non-null type \"Int!\" not to be null. 1:18|Int cannot represent non-integer value: 2.5 1:24")]
    [InlineData("{ find(where: 1) { barks } }", "Expected value of type \"Where\" to be an object, found: 1. 1:15")]
    [InlineData("{ find(where: { nam: 1 }) { barks } }", "Expected value of type \"Where\" to include required field \"name\", found: { nam: 1 }. 1:15|Expected value of type \"Where\" not to include unknown field \"nam\". Did you mean \"name\" or \"and\"? Found: { nam: 1 }. 1:17")]
    [InlineData("{ find(where: { name: \"a\", name: \"b\" }) { barks } }", "There can be only one input field named \"name\". 1:17 1:28")]
    [InlineData("{ find(by: { id: 1, name: \"a\" }) { barks } }", "Within OneOf Input Object type \"By\", exactly one field must be specified, and the value for that field must be non-null. 1:12")]
    [InlineData("{ find(by: { id: null }) { barks } }", "Within OneOf Input Object type \"By\", exactly one field must be specified, and the value for that field must be non-null. 1:12")]
    public void Values(string document, string errors) => Check(document, errors);

    [Theory]
    [InlineData("{ dog @nope { barks } }", "Unknown directive \"@nope\". 1:7")]
    [InlineData("query @onField { dog { barks } }", "Directive \"@onField\" may not be used on QUERY. 1:7")]
    [InlineData("{ dog @onField @onField { barks } }", "The directive \"@onField\" can only be used once at this location. 1:7 1:16")]
    [InlineData("{ dog @many(x: 1) @many(x: 2) { barks } }", "")]
    [InlineData("{ dog @many { barks } }", "Argument \"@many(x:)\" of type \"Int!\" is required, but it was not provided. 1:7")]
    [InlineData("{ dog @onField(y: 1) { barks } }", "Unknown argument \"y\" on directive \"@onField\". Did you mean \"x\"? 1:16")]
    [InlineData("{ dog @stream { barks } }", "Directive \"@stream\" cannot be used on non-list field \"Query.dog\". 1:7")]
    [InlineData("mutation { ... @defer { rename(name: \"a\") { barks } } }", "Defer directive cannot be used on root mutation type \"Mutation\". 1:16")]
    [InlineData("subscription { barked { friends @stream { name } } }", "Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`. 1:33")]
    [InlineData("query ($l: String) { dog { ... @defer(label: $l) { barks } } }", "Argument \"@defer(label:)\" must be a static string. 1:32")]
    [InlineData("{ dog { ... @defer(label: \"a\") { barks } ... @defer(label: \"a\") { barks } } }", "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. 1:13 1:46")]
    public void Directives(string document, string errors) => Check(document, errors);

    [Fact]
    public void Suggestions_can_be_hidden()
    {
        var options = new ValidationOptions { HideSuggestions = true };

        Errors("{ dog { nam } need(id: 1, size: BUG) } fragment F on Dgo { a }", options).ShouldAllBe(error => !error.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void Validation_stops_after_the_agreed_number_of_errors()
    {
        var errors = Errors("{ a b c d e }", new ValidationOptions { MaxErrors = 3 });

        errors.Count.ShouldBe(4);
        errors[3].ShouldBe("Too many validation errors, error limit reached. Validation aborted.");
    }

    [Fact]
    public void Empty_selection_sets_are_refused_on_request()
    {
        Errors("{ dog { } }", ValidationOptions.Default).ShouldBeEmpty();
        Errors("{ dog { } }", new ValidationOptions { AllowEmptySelectionSets = false }).ShouldBe(["Field \"dog\" of type \"Dog\" must have at least one field selected. 1:3"]);
    }

    [Fact]
    public void Unsupported_kinds_of_operations_are_refused() =>
        Validator.Validate(SdlReader.Read("type Query { a: Int }").Build(), Parser.Parse("mutation { a }"))
            .Select(error => error.Message).ShouldBe(["The mutation operation is not supported by the schema."]);

    private static void Check(string document, string errors) =>
        Errors(document, ValidationOptions.Default).ShouldBe(errors.Split('|', StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Errors(string document, ValidationOptions options) =>
    [
        .. Validator.Validate(Schema, Parser.Parse(document), options).Select(error => error.Message + string.Concat(
            error.Locations.Select(location => string.Create(CultureInfo.InvariantCulture, $" {location.Line}:{location.Column}")))),
    ];
}
