using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class ParserLimitTests
{
    [Fact]
    public void A_document_has_only_so_many_bytes() =>
        Fail("{ aaaaaaaaaaaa }", new ParserOptions { MaxBytes = 10 }).Message.ShouldBe("Syntax Error: Source contains more than 10 bytes. Parsing aborted.");

    [Fact]
    public void A_document_has_only_so_many_tokens()
    {
        var options = new ParserOptions { MaxTokens = 4 };

        Fail("{ a b c }", options).Message.ShouldBe("Syntax Error: Document contains more than 4 tokens. Parsing aborted.");
        Parser.Parse("{ a b } # comments and the end are none", options).TokenCount.ShouldBe(4);
    }

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...{a", "}}")]
    [InlineData("{...on T{a", "}}")]
    [InlineData("{a(b:[", "])}")]
    [InlineData("{a(b:{c:", "1})}")]
    [InlineData("{a@d(b:[", "])}")]
    [InlineData("query($v:[", "T]){a}")]
    [InlineData("query($v:T=[", "]){a}")]
    [InlineData("query($v:T@d(b:{c:", "1})){a}")]
    [InlineData("fragment F on T{a", "}")]
    [InlineData("type T{f:[", "T]}")]
    [InlineData("type T{f(a:T=[", "]):T}")]
    [InlineData("input T{f:T={c:", "1}}")]
    [InlineData("input T{f:[", "T]}")]
    [InlineData("directive@d(a:T=[", "])on FIELD")]
    [InlineData("extend schema@d(a:[", "])")]
    [InlineData("enum T{A@d(a:{c:", "1})}")]
    public void No_rule_of_the_grammar_nests_deeper_than_allowed(string start, string end)
    {
        // Repeats the last step of the start, so every recursive rule is driven 100,000 levels deep.
        var step = start.EndsWith('[') ? "[" : start.EndsWith(':') ? "{c:" : start.EndsWith("T{a", StringComparison.Ordinal) && start.StartsWith("{...", StringComparison.Ordinal) ? "{...on T{a" : start.EndsWith("{...{a", StringComparison.Ordinal) ? "{...{a" : "{a";
        var document = start + string.Concat(Enumerable.Repeat(step, 100_000)) + end;

        Fail(document, new ParserOptions { MaxTokens = int.MaxValue }).Message.ShouldBe("Syntax Error: Document nests deeper than 128 levels. Parsing aborted.");
        Fail(document, ParserOptions.TypeSystem).Message.ShouldBe("Syntax Error: Document nests deeper than 128 levels. Parsing aborted.");
    }

    [Fact]
    public void A_careless_depth_limit_still_cannot_overflow_the_stack()
    {
        var document = string.Concat(Enumerable.Repeat("{a", 1_000_000));

        Fail(document, new ParserOptions { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue, MaxDepth = int.MaxValue }).Message.ShouldEndWith("deeper than 256 levels. Parsing aborted.");
    }

    private static GraphQLError Fail(string document, ParserOptions options) =>
        Should.Throw<GraphQLSyntaxException>(() => Parser.Parse(document, options)).Error;
}
