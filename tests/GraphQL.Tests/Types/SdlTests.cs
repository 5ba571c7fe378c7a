using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Types;

public sealed class SdlTests
{
    private const string Sdl =
        """"
        """Tickets and who wrote them"""
        schema @owner(team: "core") {
          query: Root
        }

        directive @owner(
          """Who answers for it"""
          team: String! = "core"
        ) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION

        directive @old @deprecated(reason: "gone") on FIELD

        type Root implements Node @owner(team: "a") @owner(team: "b") {
          id: ID!

          """Newest first"""
          tickets(first: Int! = 50, where: Where = { status: OPEN, words: ["a"] }): [Ticket!]! @owner
          ticket(
            """Global id"""
            id: ID!
            strict: Boolean = true @deprecated(reason: "always")
          ): Ticket @deprecated
        }

        interface Node {
          id: ID!
        }

        type Ticket implements Node {
          id: ID!
          at: Instant
          by: Person
        }

        scalar Instant @specifiedBy(url: "https://example.test/instant")

        union Person = Ticket | Root

        enum Status {
          OPEN

          """No longer open"""
          SOLVED @deprecated(reason: "use CLOSED")
        }

        input Where {
          status: Status = OPEN
          words: [String!]
        }

        input By @oneOf {
          id: ID
          number: Int
        }

        """";

    [Fact]
    public void A_schema_prints_as_it_was_written() => SdlPrinter.Print(SdlReader.Read(Sdl).Build()).ShouldBe(Sdl);

    [Fact]
    public void Extensions_add_to_what_they_extend()
    {
        var schema = SdlReader.Read(
            """
            extend type Query { b: U }
            type Query { a: E }
            extend schema { mutation: M }
            type M { c(x: In): Int }
            enum E { A } extend enum E { B }
            union U = Query extend union U = M
            input In { x: Int } extend input In { y: Int }
            interface I { a: E } extend type Query implements I
            scalar S extend scalar S @specifiedBy(url: "https://example.test")
            directive @d on FIELD extend directive @d @deprecated
            """).Build();

        schema.QueryType!.Fields.Names.ShouldBe(["a", "b"]);
        schema.QueryType.Interfaces.Single().Name.ShouldBe("I");
        schema.MutationType!.Name.ShouldBe("M");
        ((EnumType)schema.FindType("E")!).Values.Names.ShouldBe(["A", "B"]);
        ((UnionType)schema.FindType("U")!).PossibleTypes.Length.ShouldBe(2);
        ((InputObjectType)schema.FindType("In")!).Fields.Names.ShouldBe(["x", "y"]);
        ((ScalarType)schema.FindType("S")!).SpecifiedByUrl.ShouldBe("https://example.test");
        schema.FindDirective("d")!.DeprecationReason.ShouldBe("No longer supported");
    }
}
