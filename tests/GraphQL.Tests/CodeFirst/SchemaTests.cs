using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.CodeFirst;

public class SchemaTests
{
    [Theory]
    [InlineData("Ticket.number", "Int!")]
    [InlineData("Ticket.subject", "String!")]
    [InlineData("Ticket.note", "String")]
    [InlineData("Ticket.status", "TicketStatus!")]
    [InlineData("Ticket.tags", "[String!]!")]
    [InlineData("Ticket.createdAt", "DateTime!")]
    [InlineData("Ticket.secret", "String")]
    [InlineData("Ticket.customer", "Customer")]
    [InlineData("Ticket.followers", "[Customer!]!")]
    [InlineData("Ticket.preview", "Int")]
    [InlineData("Ticket.files", "[String!]!")]
    [InlineData("Customer.email", "String")]
    [InlineData("Customer.ending", "String!")]
    [InlineData("Query.ticket", "Ticket")]
    [InlineData("Query.tickets", "TicketConnection")]
    [InlineData("Query.hello", "String!")]
    [InlineData("Query.gaps", "[Ticket]!")]
    [InlineData("Query.node", "Node")]
    [InlineData("Query.nodes", "[Node]!")]
    [InlineData("Mutation.solveTicket", "SolveTicketPayload!")]
    [InlineData("SolveTicketPayload.ticket", "Ticket")]
    [InlineData("SolveTicketPayload.errors", "[Error!]!")]
    [InlineData("NothingPayload.errors", "[Error!]!")]
    [InlineData("Error.path", "[String!]")]
    [InlineData("TicketConnection.totalCount", "Int")]
    [InlineData("TicketEdge.node", "Ticket!")]
    [InlineData("Subscription.ticketChanged", "Ticket")]
    [InlineData("SolveTicketInput.ticketId", "ID!")]
    [InlineData("SolveTicketInput.expectedVersion", "Long")]
    [InlineData("TicketFilter.status", "TicketStatus")]
    [InlineData("TicketFilter.text", "String")]
    [InlineData("TicketFilter.numbers", "[Int!]")]
    [InlineData("TicketFilter.least", "Int!")]
    public void Types_and_nullability_come_from_C_sharp(string coordinate, string type)
    {
        var parts = coordinate.Split('.');
        var owner = HelpDesk.Executor().Schema.Types.FindType(parts[0]);
        var found = owner switch
        {
            FieldsType fields => fields.FindField(parts[1])?.Type,
            InputObjectType input => input.Fields.Find(parts[1])?.Type,
            _ => null,
        };
        found?.ToString().ShouldBe(type);
    }

    [Fact]
    public void Enum_values_defaults_descriptions_and_deprecations_are_shown()
    {
        var types = HelpDesk.Executor().Schema.Types;
        ((EnumType)types.FindType("TicketStatus")!).Values.Names.ShouldBe(["OPEN", "ON_HOLD", "SOLVED"]);
        types.QueryType!.FindField("hello")!.Arguments["name"].DefaultValue!.ToString().ShouldBe("\"world\"");
        var email = ((ObjectType)types.FindType("Customer")!).FindField("email")!;
        (email.Description, email.DeprecationReason).ShouldBe(("Where to write.", "Write a letter"));
        ((ObjectType)types.FindType("SimpleError")!).Interfaces.Select(type => type.Name).ShouldBe(["Error"]);
    }

    [Fact]
    public void All_mistakes_are_reported_together_with_their_places()
    {
        var schema = new SchemaBuilder("wrong");
        schema.Query("unknown", SchemaBuilder.Anyone, (Desk desk) => 1);
        schema.Query("plain", SchemaBuilder.Anyone, () => new Desk());
        schema.Query("plain", SchemaBuilder.Anyone, () => 1);
        schema.Mutation("change", SchemaBuilder.Anyone, () => 1);
        schema.Subscription("watch", SchemaBuilder.Anyone, () => 1);
        schema.ExtendNode<CustomerId>(t => t.Resolve("name", Features.NameOf));
        schema.Object<Ticket>("Ticket", t =>
        {
            t.Field("number", x => x.Number);
            t.Reference("customer", x => x.CustomerId);
            t.Field("number", x => x.Subject);
        });

        var mistakes = Should.Throw<SchemaMistakesException>(schema.Build).Mistakes;

        mistakes.Select(mistake => mistake.Coordinate).ShouldBe(
            ["CustomerId", "Query.unknown", "Query.plain", "Query.plain", "Mutation.change", "Subscription.watch", "Ticket.customer", "Ticket.number"], ignoreOrder: true);
        mistakes.ShouldAllBe(mistake => mistake.DeclaredAt.StartsWith("SchemaTests.cs:"));
        mistakes.Single(mistake => mistake.Coordinate is "Query.unknown").Message.ShouldContain("Desk");
    }
}
