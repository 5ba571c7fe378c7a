using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Conformance;

/// <summary>
/// Documents that nobody would write. Whatever comes in, the answer is a tree or well-formed errors, never another exception. The seed
/// is fixed, so a failure comes again; GRAPHQL_FUZZ_SECONDS and GRAPHQL_FUZZ_SEED make it longer or different.
/// </summary>
public sealed class FuzzTests
{
    private static readonly Schema Schema = SdlReader.Read(
        """
        type Query implements Node { id: ID! node(id: ID!, by: By): Node list(first: Int = 3, where: [Where!]): [Query!] union: Any size: Size }
        type Subscription { event(name: String): Query }
        type Other implements Node { id: ID! text(long: Boolean): String }
        interface Node { id: ID! }
        union Any = Query | Other
        enum Size { BIG SMALL }
        input Where { size: Size = BIG words: [[String!]] nested: Where }
        input By @oneOf { id: ID number: Float }
        directive @d(a: Where) repeatable on FIELD | QUERY | FRAGMENT_SPREAD | VARIABLE_DEFINITION
        """).Build();

    private static readonly string[] Seeds =
    [
        "query Q($id: ID! = \"x\", $w: [Where!] @d) @d { node(id: $id, by: { number: 1.5e3 }) { ...F id ... on Query @include(if: true) { list(where: $w) { size } } } } fragment F on Node { id }",
        "subscription S { event(name: \"\"\"block \\\"\"\" text\"\"\") { union { __typename ... on Other { text(long: false) } } } }",
        "{ __schema { types { name fields(includeDeprecated: true) { name type { ofType { name } } } } } __type(name: \"Query\") { kind } }",
        "\"described\" query { a: list(first: -1, where: [{ words: [[\"\\u{1F600}\", \"\\uD83D\\uDE00\"]], nested: { size: SMALL } }]) { id } }",
        "type T implements I & J @d { f(a: [Int!]! = [1]): T! } extend schema { query: T } union U = | A | B directive @x repeatable on FIELD | QUERY",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "$", "@", "&", "|", "...", "\"", "\"\"\"", "\\", "\\u", "\\u{", "#", "\r", "\n", ",", "\uFEFF", "0", "-", "1e", ".5",
        "on", "fragment", "query", "subscription", "null", "true", "id", "list", "Query", "Node", "$id", "...F", "@skip(if: $x)", "@d(a: { size: X })", "{ a: [", "fragment F on Any { ...F }",
    ];

    [Fact]
    public void Every_document_gets_a_tree_or_well_formed_errors()
    {
        var seed = Setting("GRAPHQL_FUZZ_SEED", 20251122);
        var seconds = Setting("GRAPHQL_FUZZ_SECONDS", 3);
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (; watch.Elapsed.TotalSeconds < seconds; count++)
        {
            var document = Mutate(random);
            try
            {
                Check(document);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, document {count}: {Convert.ToBase64String(document)}", exception);
            }
        }

        count.ShouldBeGreaterThan(1_000);
    }

    private static void Check(byte[] bytes)
    {
        IReadOnlyList<GraphQLError> errors;
        try
        {
            var document = Parser.Parse(new SourceText(bytes));
            errors = Validator.Validate(Schema, document, new ValidationOptions { Limits = new DocumentLimits { MaxDepth = 10, MaxNodes = 100 } });
            var printed = document.ToString();
            Parser.Parse(printed).ToString().ShouldBe(printed);
        }
        catch (GraphQLSyntaxException exception)
        {
            errors = [exception.Error];
        }

        foreach (var error in errors)
        {
            error.Message.ShouldNotBeNullOrWhiteSpace();
            error.Locations.ShouldAllBe(location => location.Line >= 1 && location.Column >= 1);
            using var writer = new Utf8JsonWriter(Stream.Null);
            error.WriteTo(writer);
        }
    }

    private static byte[] Mutate(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var position = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(12, text.Length - position + 1));
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(position, length);
                    break;
                case 1:
                    text.Insert(position, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length + 1), text.ToString(position, length));
                    break;
                case 3:
                    text.Insert(position, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(300))));
                    break;
                default:
                    text.Insert(position, (char)random.Next(char.MaxValue + 1));
                    break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(3) == 0 && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : value;
}
