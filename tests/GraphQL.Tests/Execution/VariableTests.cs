namespace ServiceCrm.GraphQL.Tests.Execution;

public class VariableTests
{
    private const string Types = """
        type Query { echo(a: Int, b: [Int!], c: In, d: Color = RED, e: Pick, s: String, id: ID, f: Float): String }
        input In { x: Int! y: String = "why" z: In }
        input Pick @oneOf { one: Int two: String }
        enum Color { RED GREEN }
        """;

    [Fact]
    public async Task Mistakes_without_number_are_cut_off()
    {
        var sdl = new Sdl("type Query { f(in: In, list: [Int]): Int } input In { a: Int! nested: In }", []);
        var keys = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":1"));
        var numbers = string.Join(',', Enumerable.Repeat("\"x\"", 20_000));
        foreach (var variables in new[] { "{\"in\":{\"a\":1," + keys + "}}", "{\"list\":[" + numbers + "]}", "{\"in\":{\"a\":1,\"nested\":{\"a\":1,\"nested\":{\"a\":1," + keys + "}}}}" })
        {
            var answer = System.Text.Json.JsonElement.Parse(await sdl.Run("query ($in: In, $list: [Int]) { f(in: $in, list: $list) }", variables));
            var errors = answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!).ToList();
            errors.Count.ShouldBe(51);
            errors[^1].ShouldBe("Too many errors processing variables, error limit reached. Execution aborted.");
            errors.ShouldAllBe(error => error.Length < 200);
        }
    }

    [Fact]
    public async Task An_input_object_with_several_mistakes_names_them_all()
    {
        var sdl = new Sdl("type Query { f(in: In): Int } input In { a: Int! b: Int! c: Int }", []);
        var answer = System.Text.Json.JsonElement.Parse(await sdl.Run("query ($in: In) { f(in: $in) }", """{"in":{"c":1,"x":2,"y":3}}"""));
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()).ShouldBe(
        [
            "Variable \"$in\" has invalid value: Expected value of type \"In\" to include required field \"a\", found: { c: 1, x: 2, y: 3 }.",
            "Variable \"$in\" has invalid value: Expected value of type \"In\" to include required field \"b\", found: { c: 1, x: 2, y: 3 }.",
            "Variable \"$in\" has invalid value: Expected value of type \"In\" not to include unknown field \"x\". Did you mean \"a\", \"b\", or \"c\"? Found: { c: 1, x: 2, y: 3 }.",
            "Variable \"$in\" has invalid value: Expected value of type \"In\" not to include unknown field \"y\". Did you mean \"a\", \"b\", or \"c\"? Found: { c: 1, x: 2, y: 3 }.",
        ]);
    }

    [Theory]
    [InlineData("query($a: Int) { echo(a: $a) }", """{"a":1}""", "a=1 d=RED")]
    [InlineData("query($a: Int) { echo(a: $a) }", """{"a":null}""", "a=null d=RED")]
    [InlineData("query($a: Int) { echo(a: $a) }", "{}", "d=RED")]
    [InlineData("query($a: Int = 7) { echo(a: $a) }", "{}", "a=7 d=RED")]
    [InlineData("query($b: [Int!]) { echo(b: $b) }", """{"b":5}""", "b=[5] d=RED")]
    [InlineData("query($n: Int!) { echo(b: [1, $n]) }", """{"n":5}""", "b=[1,5] d=RED")]
    [InlineData("query($c: In) { echo(c: $c) }", """{"c":{"x":1,"z":{"x":2,"y":null}}}""", "c={x=1 y=why z={x=2 y=null}} d=RED")]
    [InlineData("query($x: Int!, $y: String) { echo(c: {x: $x, y: $y}) }", """{"x":3}""", "c={x=3 y=why} d=RED")]
    [InlineData("query($d: Color) { echo(d: $d) }", """{"d":"GREEN"}""", "d=GREEN")]
    [InlineData("query($e: Pick) { echo(e: $e) }", """{"e":{"two":"x"}}""", "d=RED e={two=x}")]
    [InlineData("query($f: Float, $id: ID) { echo(f: $f, id: $id) }", """{"f":2,"id":12}""", "d=RED id=12 f=2")]
    [InlineData("query($s: String) { echo(s: $s) }", """{"s":"a\u00e4\ud83d\ude00"}""", "d=RED s=aä😀")]
    public async Task Values_arrive_coerced(string query, string variables, string expected) =>
        (await Run(query, variables)).ShouldBe("{\"data\":{\"echo\":\"" + expected + "\"}}");

    [Theory]
    [InlineData("query($a: Int!) { echo(a: $a) }", "{}", "Variable \\\"$a\\\" has invalid value: Expected a value of non-null type \\\"Int!\\\" to be provided.")]
    [InlineData("query($a: Int!) { echo(a: $a) }", """{"a":null}""", "Variable \\\"$a\\\" has invalid value: Expected value of non-null type \\\"Int!\\\" not to be null.")]
    [InlineData("query($a: Int) { echo(a: $a) }", """{"a":1.5}""", "Int cannot represent non-integer value: 1.5")]
    [InlineData("query($a: Int) { echo(a: $a) }", """{"a":3000000000}""", "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("query($b: [Int!]) { echo(b: $b) }", """{"b":[1,null]}""", "Variable \\\"$b\\\" has invalid value at [1]: Expected value of non-null type \\\"Int!\\\" not to be null.")]
    [InlineData("query($c: In) { echo(c: $c) }", """{"c":{"z":{"x":"no"}}}""", "Variable \\\"$c\\\" has invalid value at .z.x: Int cannot represent non-integer value: \\\"no\\\"")]
    [InlineData("query($c: In) { echo(c: $c) }", """{"c":{}}""", "to include required field \\\"x\\\", found: {}.")]
    [InlineData("query($c: In) { echo(c: $c) }", """{"c":{"x":1,"yy":2}}""", "not to include unknown field \\\"yy\\\". Did you mean \\\"y\\\"? Found: { x: 1, yy: 2 }.")]
    [InlineData("query($d: Color) { echo(d: $d) }", """{"d":"GREAN"}""", "Value \\\"GREAN\\\" does not exist in \\\"Color\\\" enum. Did you mean the enum value \\\"GREEN\\\"")]
    [InlineData("query($e: Pick) { echo(e: $e) }", """{"e":{"one":1,"two":"x"}}""", "exactly one field must be specified")]
    [InlineData("query($s: String) { echo(s: $s) }", """{"s":"a\u0000"}""", "Variable \\\"$s\\\" has invalid value: Text must not contain the character U+0000.")]
    [InlineData("query($s: String) { echo(s: $s) }", """{"s":"\ud800"}""", "Variable \\\"$s\\\" has invalid value: Text must not contain a lone surrogate.")]
    public async Task Mistakes_are_refused_with_their_place(string query, string variables, string message)
    {
        var answer = await Run(query, variables);
        answer.ShouldNotContain("\"data\"");
        answer.ShouldContain(message);
    }

    private static Task<string> Run(string query, string variables) => new Sdl(Types, new Fields { ["echo"] = (Func<IReadOnlyDictionary<string, object?>, object?>)Show }).Run(query, variables);

    private static string Show(IReadOnlyDictionary<string, object?> arguments) => string.Join(' ', arguments.Select(pair => $"{pair.Key}={Show(pair.Value)}"));

    private static string Show(object? value) => value switch
    {
        null => "null",
        IReadOnlyDictionary<string, object?> fields => "{" + Show(fields) + "}",
        IEnumerable<object?> items => "[" + string.Join(',', items.Select(Show)) + "]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
