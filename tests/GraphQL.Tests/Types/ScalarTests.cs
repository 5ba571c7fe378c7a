using System.Text;
using System.Text.Json;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("Int", "7", 7)]
    [InlineData("Int", "1e3", 1000)]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"7\"", "Int cannot represent non-integer value: \"7\"")]
    [InlineData("Float", "7", 7d)]
    [InlineData("Float", "\"x\"", "Float cannot represent non numeric value: \"x\"")]
    [InlineData("String", "\"x\"", "x")]
    [InlineData("String", "[1, {\"a\": null}]", "String cannot represent a non string value: [1, { a: null }]")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "12345678901", "12345678901")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    public void Values_of_variables_are_read_or_refused(string scalar, string json, object expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        BuiltInScalars.Find(scalar)!.Coercion.TryReadBoxedJson(ref reader, out var value, out var error);

        (error ?? value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Int", "-0", 0)]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Float", "1", 1d)]
    [InlineData("ID", "1", "1")]
    [InlineData("ID", "E", "ID cannot represent a non-string and non-integer value: E")]
    public void Literals_are_read_or_refused(string scalar, string literal, object expected)
    {
        BuiltInScalars.Find(scalar)!.Coercion.TryReadBoxedLiteral(Parser.ParseValue(literal), out var value, out var error);

        (error ?? value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Int", 7L, "7")]
    [InlineData("Int", "7", "7")]
    [InlineData("Int", true, "1")]
    [InlineData("Int", 1.5, "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", long.MaxValue, "Int cannot represent non 32-bit signed integer value: 9223372036854776000")]
    [InlineData("Float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("Float", 2, "2")]
    [InlineData("String", 2.5, "\"2.5\"")]
    [InlineData("String", true, "\"true\"")]
    [InlineData("ID", 12, "\"12\"")]
    [InlineData("ID", true, "ID cannot represent value: true")]
    [InlineData("Boolean", 2, "true")]
    [InlineData("Boolean", "x", "Boolean cannot represent a non boolean value: \"x\"")]
    public void Results_are_written_or_refused(string scalar, object result, string expected)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);

        BuiltInScalars.Find(scalar)!.Coercion.TryWrite(writer, result, out var error);
        writer.Flush();

        (error ?? Encoding.UTF8.GetString(stream.ToArray())).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e21, "1e+21")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e23, "1e+23")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(100, "100")]
    public void Numbers_in_messages_look_as_in_ECMAScript(double value, string text) => EcmaScript.Format(value).ShouldBe(text);

    [Fact]
    public void A_scalar_nobody_described_takes_anything()
    {
        var reader = new Utf8JsonReader("""{"a":[1,2.5,"x",true,null]}"""u8);
        reader.Read();

        AnyCoercion.Instance.TryReadJson(ref reader, out object? value, out _).ShouldBeTrue();
        JsonSerializer.Serialize(value).ShouldBe("""{"a":[1,2.5,"x",true,null]}""");
        AnyCoercion.Instance.TryReadLiteral(Parser.ParseValue("{ a: [1, 2.5, X] }"), out object? literal, out _).ShouldBeTrue();
        JsonSerializer.Serialize(literal).ShouldBe("""{"a":[1,2.5,"X"]}""");
    }
}
