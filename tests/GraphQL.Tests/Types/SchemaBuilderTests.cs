using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Types_from_code_may_name_each_other_in_any_order()
    {
        var ticket = new ObjectType("Ticket");
        ticket.Fields.Add(new Field("customer", new TypeReference("Customer").NonNull()));
        var customer = new ObjectType("Customer");
        customer.Fields.Add(new Field("tickets", ticket.NonNull().List()) { Resolver = "loads tickets" });
        var query = new ObjectType("Query");
        query.Fields.Add(new Field("ticket", ticket));

        var schema = new GraphQL.Types.SchemaBuilder { Query = query, Types = { customer } }.Build();

        schema.QueryType.ShouldBe(query);
        ticket.Fields["customer"].Type.Named.ShouldBe(customer);
        schema.FindField(customer, "tickets")!.Resolver.ShouldBe("loads tickets");
        customer.Fields["tickets"].Type.ToString().ShouldBe("[Ticket!]");
        schema.Types.Take(3).Select(type => type.Name).ShouldBe(["Customer", "Ticket", "Query"]);
    }

    [Fact]
    public void A_built_schema_cannot_change()
    {
        var schema = SdlReader.Read("type Query { a: Int }").Build();
        var field = schema.QueryType!.Fields["a"];

        Should.Throw<InvalidOperationException>(() => field.Resolver = "late");
        Should.Throw<InvalidOperationException>(() => schema.QueryType.Fields.Add(new Field("b", BuiltInScalars.Int)));
        Should.Throw<InvalidOperationException>(() => field.SetFeature("late"));
        Should.Throw<InvalidOperationException>(() => new GraphQL.Types.SchemaBuilder { Query = schema.QueryType }.Build()).Message.ShouldBe("Type Query belongs to another schema.");
    }

    [Fact]
    public void Other_layers_attach_features_before_the_build()
    {
        var builder = SdlReader.Read("type Query { a: Int }");
        var field = ((ObjectType)builder.FindType("Query")!).Fields["a"];
        field.SetFeature(new Version(1, 2));

        builder.Build();

        field.Feature<Version>().ShouldBe(new Version(1, 2));
        field.Feature<string>().ShouldBeNull();
    }

    [Fact]
    public void Abstract_types_know_their_objects()
    {
        var schema = SdlReader.Read(
            """
            type Query { node: Node any: Any }
            interface Node { id: ID }
            interface Named implements Node { id: ID name: String }
            type A implements Node { id: ID }
            type B implements Named & Node { id: ID name: String }
            union Any = B | A
            """).Build();
        var node = schema.FindType("Node").ShouldBeOfType<InterfaceType>();
        var any = schema.FindType("Any").ShouldBeOfType<UnionType>();
        var a = schema.FindType("A").ShouldBeOfType<ObjectType>();

        node.PossibleTypes.Select(type => type.Name).ShouldBe(["A", "B"]);
        node.ImplementingInterfaces.Select(type => type.Name).ShouldBe(["Named"]);
        any.PossibleTypes.Select(type => type.Name).ShouldBe(["B", "A"]);
        schema.FindType("Named").ShouldBeOfType<InterfaceType>().IsPossible(a).ShouldBeFalse();
        node.IsPossible(a).ShouldBeTrue();
        a.PossibleTypes.ShouldBe([a]);
    }

    [Fact]
    public void Meta_fields_are_found_where_they_exist()
    {
        var schema = SdlReader.Read("type Query { a: A } type A { b: Int } union U = A").Build();
        var a = (ObjectType)schema.FindType("A")!;

        schema.FindField(schema.QueryType!, "__schema").ShouldBe(Introspection.SchemaField);
        schema.FindField(schema.QueryType!, "__type").ShouldBe(Introspection.TypeField);
        schema.FindField(a, "__schema").ShouldBeNull();
        schema.FindField((UnionType)schema.FindType("U")!, "__typename").ShouldBe(Introspection.TypeNameField);
    }
}
