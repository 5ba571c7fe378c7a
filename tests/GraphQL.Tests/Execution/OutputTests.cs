using System.Text;
using System.Text.Json;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.Tests.Execution;

public class OutputTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c\n\r\t\b\f\u0001\u001f/", "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f/\"")]
    [InlineData("ä€😀\u2028", "\"ä€😀\u2028\"")]
    [InlineData("", "\"\"")]
    public void Strings_are_escaped_as_JSON_wants_it(string text, string json)
    {
        Write(output => output.String(text)).ShouldBe(json);
        JsonSerializer.Deserialize<string>(json).ShouldBe(text);
    }

    [Fact]
    public void Lone_surrogates_become_replacement_characters() => Write(output => output.String("a\ud800b")).ShouldBe("\"a\ufffdb\"");

    [Theory]
    [InlineData(1.25, "1.25")]
    [InlineData(5.0, "5")]
    [InlineData(-0.0, "-0")]
    [InlineData(1e300, "1E+300")]
    [InlineData(0.1, "0.1")]
    [InlineData(-3.0, "-3")]
    [InlineData(123456789012345680.0, "1.2345678901234568E+17")]
    public void Numbers_are_written_in_their_shortest_form(double value, string json)
    {
        Write(output => output.Number(value)).ShouldBe(json);
        JsonSerializer.Deserialize<double>(json).ShouldBe(value);
    }

    [Fact]
    public void The_buffer_grows_and_can_be_cut_back()
    {
        var output = new Utf8Output();
        for (var i = 0; i < 100_000; i++)
            output.Number(i);
        output.CutBack(3);
        output.Raw("!"u8);
        Encoding.UTF8.GetString(output.Written).ShouldBe("012!");
        output.Release();
        output.Release();
    }

    private static string Write(Action<Utf8Output> write)
    {
        var output = new Utf8Output();
        write(output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
