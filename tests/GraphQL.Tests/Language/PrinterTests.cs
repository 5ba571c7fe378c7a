using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    private const string Executable =
        """"
        "Reads"
        query Q($a: [Int!]! = [1, 2] @d, $b: In = { x: 1, y: [ENUM] }) @skip(if: false) {
          whoever: node(id: [123, 456], long: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", other: true) {
            id
            ... on User @defer {
              field2 {
                id
                alias: field1(first: 10, after: $foo) @include(if: $foo) {
                  ...frag @onFragmentSpread
                }
              }
            }
            ... @skip(unless: $foo) {
              id
            }
            ... {
              text(block: """block "text" of more than seventy characters so that it stands between lines""")
            }
          }
        }

        mutation {
          like(story: 123, deep: { list: [[null, -1.5e10]], empty: {  } })
        }

        subscription S {
          a
        }

        fragment frag on Friend @onFragmentDefinition {
          foo(size: $size, bar: $b, obj: { key: "value", block: "quoted \n" })
        }
        """";

    private const string TypeSystem =
        """"
        """This is a description of the schema as a whole."""
        schema @onSchema {
          query: QueryType
          mutation: MutationType
        }

        extend schema @onSchema {
          subscription: SubscriptionType
        }

        """Text"""
        type Foo implements Bar & Baz & Two @onType {
          """Field"""
          one: Type
          two(
            """Argument"""
            argument: InputType!
          ): Type
          three(argument: InputType, other: String): Int @deprecated(reason: "old")
          four(argument: String = "string"): String
        }

        type Empty

        extend type Foo {
          seven(argument: [String]): Type
        }

        interface Bar implements Node {
          one: Type
        }

        extend interface Bar @onInterface

        union Feed @onUnion = Story | Article | Advert

        extend union Feed = Photo | Video

        scalar CustomScalar @specifiedBy(url: "https://example.test")

        extend scalar CustomScalar @onScalar

        enum Site @onEnum {
          """Value"""
          DESKTOP @onValue
          MOBILE
        }

        extend enum Site {
          VR
        }

        input InputType @oneOf {
          key: String! = "x" @onField
          answer: Int = 42
        }

        extend input InputType {
          other: Float = 1.23e4
        }

        """Directive"""
        directive @include2(if: Boolean! @onArgument) @onDirective repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        extend directive @include2 @deprecated
        """";

    [Theory]
    [InlineData(Executable)]
    [InlineData(TypeSystem)]
    public void A_printed_document_reads_back_and_prints_the_same(string document)
    {
        var printed = Parser.Parse(document).ToString();

        Parser.Parse(printed).ToString().ShouldBe(printed);
    }

    [Fact]
    public void Short_things_stand_on_one_line_and_long_ones_on_several()
    {
        Parser.Parse("{a(b:1,c:2)}").ToString().ShouldBe("{\n  a(b: 1, c: 2)\n}");
        var longName = new string('x', 60);
        Parser.Parse($"{{a({longName}:1,c:\"{longName}\")}}").ToString().ShouldBe($"{{\n  a(\n    {longName}: 1\n    c: \"{longName}\"\n  )\n}}");
        Parser.ParseValue($"[\"{longName}\", {{ {longName}: 1 }}]").ToString().ShouldBe($"[\n  \"{longName}\"\n  {{ {longName}: 1 }}\n]");
    }

    [Fact]
    public void The_anonymous_query_prints_without_its_keyword()
    {
        Parser.Parse("query { a }").ToString().ShouldBe("{\n  a\n}");
        Parser.Parse("query @d { a }").ToString().ShouldBe("query @d {\n  a\n}");
    }
}
