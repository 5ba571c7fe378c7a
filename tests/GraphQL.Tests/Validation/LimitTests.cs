using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Validation;

public sealed class LimitTests
{
    private static readonly Schema Schema = SdlReader.Read("type Query { a: Query b: Int } directive @d repeatable on FIELD").Build();

    [Theory]
    [InlineData("{ a { b } }", null)]
    [InlineData("{ a { a { b } } }", "The operation nests fields 3 levels deep, but at most 2 are allowed.")]
    [InlineData("{ a { ...F } } fragment F on Query { ... { a { b } } }", "The operation nests fields 3 levels deep, but at most 2 are allowed.")]
    [InlineData("{ __schema { types { name ofType { name ofType { name } } } } }", null)]
    public void Depth(string document, string? error) => Check(document, new DocumentLimits { MaxDepth = 2 }, error);

    [Theory]
    [InlineData("{ x: b y: b }", null)]
    [InlineData("{ x: b ...F } fragment F on Query { y: b z: b }", "The operation has 3 aliases, but at most 2 are allowed.")]
    public void Aliases(string document, string? error) => Check(document, new DocumentLimits { MaxAliases = 2 }, error);

    [Theory]
    [InlineData("{ b @d @d }", null)]
    [InlineData("{ b @d @d @d }", "There are 3 directives at this place, but at most 2 are allowed.")]
    public void Directives_at_one_place(string document, string? error) => Check(document, new DocumentLimits { MaxDirectivesPerPlace = 2 }, error);

    [Theory]
    [InlineData("{ b a { b b b } }", null)]
    [InlineData("{ b ...F } fragment F on Query { b b }", "The operation selects 3 root fields, but at most 2 are allowed.")]
    public void Root_fields(string document, string? error) => Check(document, new DocumentLimits { MaxRootFields = 2 }, error);

    [Theory]
    [InlineData("{ a { b b b b } }", null)]
    [InlineData("{ a { ...F } } fragment F on Query { b b b b b }", "The operation selects 6 fields, but at most 5 are allowed.")]
    public void Fields_altogether(string document, string? error) => Check(document, new DocumentLimits { MaxNodes = 5 }, error);

    [Fact]
    public void Fragments_that_multiply_each_other_are_measured_without_unfolding_them()
    {
        var fragments = Enumerable.Range(0, 100).Select(i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} x: a {{ ...F{i + 1} }} }}");
        var document = "{ ...F0 } fragment F100 on Query { b }" + string.Concat(fragments);

        Check(document, new DocumentLimits { MaxNodes = 1000 }, "The operation selects 1099511627776 fields, but at most 1000 are allowed.");
    }

    private static void Check(string document, DocumentLimits limits, string? error)
    {
        var errors = Validator.Validate(Schema, Parser.Parse(document), new ValidationOptions { Limits = limits }).Where(found => found.Code is ErrorCodes.LimitExceeded);

        errors.Select(found => found.Message).ShouldBe(error is null ? [] : [error]);
    }
}
