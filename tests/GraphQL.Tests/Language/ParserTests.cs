using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void An_operation_has_its_parts_and_their_places()
    {
        var document = Parser.Parse("query Tickets($first: Int = 5 @a) @b { all: tickets(first: $first) @c { ...Row ... on Ticket { id } } }");

        var operation = document.Definitions.Single().ShouldBeOfType<OperationDefinitionNode>();
        operation.Name!.Value.Value.ShouldBe("Tickets");
        operation.VariableDefinitions.Single().DefaultValue.ShouldBeOfType<IntValueNode>().Value.ShouldBe("5");
        operation.Directives.Single().Name.Value.ShouldBe("b");
        var field = operation.SelectionSet.Selections.Single().ShouldBeOfType<FieldNode>();
        field.ResponseName.ShouldBe("all");
        field.Name.Value.ShouldBe("tickets");
        field.Arguments.Single().Value.ShouldBeOfType<VariableNode>().Name.Value.ShouldBe("first");
        field.SelectionSet!.Selections.Length.ShouldBe(2);
        document.Source.GetText(field.Arguments.Single().Location).ShouldBe("first: $first");
        document.TokenCount.ShouldBe(37);
    }

    [Fact]
    public void Operations_fragments_and_variables_have_descriptions()
    {
        var document = Parser.Parse("\"op\" query Q(\"var\" $a: Int) { a } \"\"\"frag\"\"\" fragment F on A { a }");

        document.Definitions[0].Description!.Value.ShouldBe("op");
        ((OperationDefinitionNode)document.Definitions[0]).VariableDefinitions[0].Description!.Value.ShouldBe("var");
        document.Definitions[1].Description!.Value.ShouldBe("frag");
    }

    [Theory]
    [InlineData("on")]
    [InlineData("fragment")]
    [InlineData("query")]
    [InlineData("type")]
    [InlineData("true")]
    [InlineData("null")]
    public void Keywords_are_names_where_a_name_is_expected(string keyword) =>
        Parser.Parse($"query {keyword} {{ {keyword}: {keyword}({keyword}: ${keyword}) @{keyword} }}").Definitions.Length.ShouldBe(1);

    [Fact]
    public void Commas_byte_order_marks_and_comments_are_ignored()
    {
        var document = Parser.Parse("\uFEFF{,a,,#x\n\uFEFFb}");

        document.ToString().ShouldBe("{\n  a\n  b\n}");
    }

    [Fact]
    public void Values_and_types_can_be_read_alone()
    {
        Parser.ParseValue("[1, $a, { b: ENUM }]").ToString().ShouldBe("[1, $a, { b: ENUM }]");
        Parser.ParseConstValue("[1.5, null]").ToString().ShouldBe("[1.5, null]");
        Parser.ParseType("[[Int!]!]").ToString().ShouldBe("[[Int!]!]");
        Should.Throw<GraphQLSyntaxException>(() => Parser.ParseConstValue("[$a]")).Message.ShouldBe("Syntax Error: Unexpected variable \"$a\" in constant value.");
        Should.Throw<GraphQLSyntaxException>(() => Parser.ParseType("Int Int")).Message.ShouldBe("Syntax Error: Expected <EOF>, found Name \"Int\".");
    }
}
