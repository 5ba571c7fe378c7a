using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class StringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"quote \\\" slash \\/ back \\\\\"", "quote \" slash / back \\")]
    [InlineData("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t")]
    [InlineData("\"\\u1234\\u{1F600}\\u{00000041}\"", "\u1234\U0001F600A")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"h\u00E9 \U0001F600\"", "h\u00E9 \U0001F600")]
    public void Escapes_stand_for_their_characters(string literal, string value) => Read(literal).ShouldBe(value);

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"a \\\"\"\" b\"\"\"", "a \"\"\" b")]
    [InlineData("\"\"\"raw \\n \\u1234\"\"\"", "raw \\n \\u1234")]
    [InlineData("\"\"\"one\r\ntwo\rthree\nfour\"\"\"", "one\ntwo\nthree\nfour")]
    [InlineData("\"\"\"\n\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n\n\"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"    first\n  second\"\"\"", "    first\nsecond")]
    public void Block_strings_lose_common_indentation_and_blank_edges(string literal, string value) => Read(literal).ShouldBe(value);

    [Theory]
    [InlineData("plain")]
    [InlineData("two\nlines")]
    [InlineData("ends with \"")]
    [InlineData("ends with \\")]
    [InlineData("has \"\"\" inside")]
    [InlineData("first\n  indented")]
    [InlineData("a line of more than seventy characters, which graphql-js puts between line ends of its own")]
    public void A_printed_block_string_reads_back(string value)
    {
        var printed = Printer.Print(new StringValueNode(default, value, IsBlock: true));

        Read(printed).ShouldBe(value);
    }

    [Theory]
    [InlineData("\u0000\u001F\u007F\u009F", "\"\\u0000\\u001F\\u007F\\u009F\"")]
    [InlineData("\"\\\b\f\n\r\t", "\"\\\"\\\\\\b\\f\\n\\r\\t\"")]
    public void A_quoted_string_escapes_control_characters(string value, string printed)
    {
        Printer.QuoteString(value).ShouldBe(printed);
        Read(printed).ShouldBe(value);
    }

    private static string Read(string literal) => Parser.ParseValue(literal).ShouldBeOfType<StringValueNode>().Value;
}
