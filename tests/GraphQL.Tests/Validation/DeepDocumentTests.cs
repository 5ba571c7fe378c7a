using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Validation;

public sealed class DeepDocumentTests
{
    private const int Levels = 250;

    private static readonly Schema Schema = SdlReader.Read("type Query { a(x: Any, in: In): Query } scalar Any input In { in: In }").Build();

    [Theory]
    [InlineData("{ a", "", "}")]
    [InlineData("{ ... on Query ", "{ a }", "}")]
    [InlineData("{ a(x: [", "", "]) }")]
    [InlineData("{ a(in: { in: ", "null", "}) }")]
    public void The_deepest_document_the_parser_lets_through_is_checked_on_a_small_stack(string start, string middle, string end)
    {
        var open = start.EndsWith('[') ? "[" : start.EndsWith("in: ", StringComparison.Ordinal) ? "{ in: " : start;
        var close = end[..1];
        var document = start + Repeat(open) + middle + Repeat(close) + end;
        string? printed = null;
        var thread = new Thread(
            () =>
            {
                var parsed = Parser.Parse(document, new ParserOptions { MaxDepth = int.MaxValue });
                Validator.Validate(Schema, parsed, new ValidationOptions { Limits = new DocumentLimits { MaxDepth = 10 } });
                printed = parsed.ToString();
            },
            maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        printed.ShouldNotBeNull();
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Levels));
}
