using System.Globalization;
using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "Unexpected <EOF>.", "1:1")]
    [InlineData("{", "Expected Name, found <EOF>.", "1:2")]
    [InlineData("query", "Expected \"{\", found <EOF>.", "1:6")]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", "1:9")]
    [InlineData("fragment on on on { on }", "Unexpected Name \"on\".", "1:10")]
    [InlineData("notAnOperation Foo { field }", "Unexpected Name \"notAnOperation\".", "1:1")]
    [InlineData("...", "Unexpected \"...\".", "1:1")]
    [InlineData("{ \"\"", "Expected Name, found String \"\".", "1:3")]
    [InlineData("query Foo($x: Complex = { a: { b: [ $var ] } }) { field }", "Unexpected variable \"$var\" in constant value.", "1:37")]
    [InlineData("\"says\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", "1:1")]
    [InlineData("\"says\" extend type A { a: Int }", "Unexpected description, only GraphQL definitions support descriptions.", "1:1")]
    [InlineData("extend type Hello", "Unexpected <EOF>.", "1:18")]
    [InlineData("extend fragment", "Unexpected Name \"fragment\".", "1:8")]
    [InlineData("enum Hello { true }", "Name \"true\" is reserved and cannot be used for an enum value.", "1:14")]
    [InlineData("directive @foo on FIELD | INCORRECT_LOCATION", "Unexpected Name \"INCORRECT_LOCATION\".", "1:27")]
    [InlineData("union Hello = | |", "Expected Name, found \"|\".", "1:17")]
    public void The_parser_names_what_it_expected_and_found(string document, string message, string place) => Check(document, message, place);

    [Theory]
    [InlineData("{ a(b: 00) }", "Invalid number, unexpected digit after 0: \"0\".", "1:9")]
    [InlineData("{ a(b: 1.) }", "Invalid number, expected digit but got: \")\".", "1:10")]
    [InlineData("{ a(b: 1.a) }", "Invalid number, expected digit but got: \"a\".", "1:10")]
    [InlineData("{ a(b: 1.0e) }", "Invalid number, expected digit but got: \")\".", "1:12")]
    [InlineData("{ a(b: -", "Invalid number, expected digit but got: <EOF>.", "1:9")]
    [InlineData("{ a(b: .123) }", "Invalid number, expected digit before \".\", did you mean \"0.123\"?", "1:8")]
    [InlineData("{ a(b: 0x1) }", "Invalid number, expected digit but got: \"x\".", "1:9")]
    [InlineData("..", "Unexpected \"..\", did you mean \"...\"?", "1:1")]
    [InlineData("?", "Unexpected character: \"?\".", "1:1")]
    [InlineData("'single'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", "1:1")]
    [InlineData("\u203B", "Unexpected character: U+203B.", "1:1")]
    [InlineData("\U0001F600", "Unexpected character: U+1F600.", "1:1")]
    [InlineData("\"no end", "Unterminated string.", "1:8")]
    [InlineData("\"line\nend\"", "Unterminated string.", "1:6")]
    [InlineData("\"\"\"no end", "Unterminated string.", "1:10")]
    [InlineData("\"bad \\x esc\"", "Invalid character escape sequence: \"\\x\".", "1:6")]
    [InlineData("\"bad \\u1 esc\"", "Invalid Unicode escape sequence: \"\\u1 es\".", "1:6")]
    [InlineData("\"bad \\u{} esc\"", "Invalid Unicode escape sequence: \"\\u{}\".", "1:6")]
    [InlineData("\"bad \\u{110000} esc\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", "1:6")]
    [InlineData("\"bad \\uD83D esc\"", "Invalid Unicode escape sequence: \"\\uD83D\".", "1:6")]
    [InlineData("\"bad \\uD83D\\u0041 esc\"", "Invalid Unicode escape sequence: \"\\uD83D\".", "1:6")]
    public void The_lexer_names_the_character_it_cannot_read(string document, string message, string place) => Check(document, message, place);

    [Theory]
    [InlineData("{\r\n  a\r\n  ? }", "3:3")]
    [InlineData("{\r  a\r  ? }", "3:3")]
    [InlineData("{\n  a\n  ? }", "3:3")]
    [InlineData("\uFEFF{ a ? }", "1:6")]
    [InlineData("{ a # \U0001F600\n\"é\U0001F600\" }", "2:1")]
    [InlineData("{ a(b: \"é\U0001F600\" ? }", "1:14")]
    public void Places_count_lines_of_every_kind_and_columns_in_utf16_units(string document, string place) =>
        Place(Should.Throw<GraphQLSyntaxException>(() => Parser.Parse(document))).ShouldBe(place);

    [Fact]
    public void A_lone_surrogate_is_no_character()
    {
        Check("\uDEAD", "Invalid character: U+DEAD.", "1:1");
        Check("\"bad \uDEAD surrogate\"", "Invalid character within String: U+DEAD.", "1:6");
    }

    [Fact]
    public void Damaged_utf8_is_an_error_and_not_a_crash()
    {
        byte[] bytes = [(byte)'{', (byte)' ', 0xC3, 0x28, (byte)'}'];

        Should.Throw<GraphQLSyntaxException>(() => Parser.Parse(new SourceText(bytes))).Message.ShouldBe("Syntax Error: Invalid character: U+FFFD.");
    }

    private static void Check(string document, string message, string place)
    {
        var exception = Should.Throw<GraphQLSyntaxException>(() => Parser.Parse(document));

        exception.Message.ShouldBe("Syntax Error: " + message);
        Place(exception).ShouldBe(place);
    }

    private static string Place(GraphQLSyntaxException exception) =>
        string.Create(CultureInfo.InvariantCulture, $"{exception.Error.Locations.Single().Line}:{exception.Error.Locations.Single().Column}");
}
