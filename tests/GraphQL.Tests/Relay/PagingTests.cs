using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Relay;

public class PagingTests
{
    [Theory]
    [InlineData("nodes { number subject }", "Number Subject")]
    [InlineData("nodes { n: number ...F } } } fragment F on Ticket { note @skip(if: true) id __typename", "Id Number")]
    [InlineData("edges { cursor node { tags } } nodes { number } totalCount", "Number Tags")]
    [InlineData("nodes { customer { name } followers { name } }", "CustomerId FollowerIds")]
    [InlineData("nodes { preview files }", "Id")]
    [InlineData("nodes { number where }", null)]
    [InlineData("nodes { __typename }", null)]
    [InlineData("totalCount", null)]
    public async Task A_page_knows_which_properties_of_its_nodes_are_read(string selection, string? properties)
    {
        var desk = Desk.Sample();
        var query = selection.Contains("fragment", StringComparison.Ordinal) ? $"{{ tickets {{ {selection} }}" : $"{{ tickets {{ {selection} }} }}";
        (await HelpDesk.Run(query, desk: desk)).ShouldStartWith("{\"data\":{");
        var read = desk.LastPage!.NodeProperties;
        (read is null ? null : string.Join(' ', read.Select(property => property.Name).Order(StringComparer.Ordinal))).ShouldBe(properties);
    }

    [Fact]
    public async Task Following_the_cursors_visits_every_row_once()
    {
        var seen = new List<int>();
        string? after = null;
        do
        {
            var answer = JsonElement.Parse(await HelpDesk.Run("query($a: String) { tickets(first: 2, after: $a) { nodes { number } pageInfo { hasNextPage hasPreviousPage endCursor } } }", $$"""{"a":{{(after is null ? "null" : $"\"{after}\"")}}}"""));
            var page = answer.GetProperty("data").GetProperty("tickets");
            page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBe(after is not null);
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("number").GetInt32()));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        seen.ShouldBe([1001, 1002, 1003, 1004, 1005]);
    }

    [Fact]
    public async Task Rows_and_counts_are_read_only_when_asked()
    {
        (await HelpDesk.Run("{ tickets { totalCount } }")).ShouldBe("""{"data":{"tickets":{"totalCount":5}}}""");
        (await HelpDesk.Run("{ tickets(first: 1) { nodes { number } edges { cursor } } }")).ShouldContain("\"nodes\":[{\"number\":1001}]");
    }

    [Theory]
    [InlineData("first: 101", "\\\"first\\\" must be between 0 and 100.")]
    [InlineData("last: -1", "\\\"last\\\" must be between 0 and 100.")]
    [InlineData("first: 1, last: 1", "either")]
    [InlineData("after: \"rubbish\"", "INVALID_CURSOR")]
    public async Task Wrong_paging_arguments_are_named(string arguments, string message) =>
        (await HelpDesk.Run($"{{ tickets({arguments}) {{ nodes {{ number }} }} }}")).ShouldContain(message);

    [Fact]
    public void Cursors_hold_values_of_all_kinds_and_refuse_others()
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var at = new DateTimeOffset(2026, 11, 22, 8, 30, 0, 123, TimeSpan.Zero);
        Cursor.Read<DateTimeOffset, Guid>(Cursor.Of(at, id)).ShouldBe((at, id));
        Cursor.Read<string?, long, DateOnly>(Cursor.Of(null, 5L, new DateOnly(2026, 1, 2))).ShouldBe((null, 5L, new DateOnly(2026, 1, 2)));
        Cursor.Of("ä?/", 1.5m).ShouldMatch("^[A-Za-z0-9_-]+$");
        Should.Throw<GraphQLFieldException>(() => Cursor.Read<int>(Cursor.Of("x")));
        Should.Throw<GraphQLFieldException>(() => Cursor.Read<int>(Cursor.Of(1, 2)));
        Should.Throw<GraphQLFieldException>(() => Cursor.Read<DateTimeOffset>(Cursor.Of(long.MaxValue)));
    }

    [Fact]
    public void Backward_pages_come_in_reading_order()
    {
        var page = Page.FromRows([5, 4, 3], new PageArgs(Last: 2, Before: "x"), row => $"c{row}");
        page.Nodes.ShouldBe([4, 5]);
        page.Info.ShouldBe(new PageInfo(HasNextPage: true, HasPreviousPage: true, "c4", "c5"));
    }

    [Fact]
    public void Global_ids_are_strict_and_safe_in_addresses()
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var text = GlobalId.Encode("Ticket", id);
        text.ShouldMatch("^Ticket_[A-Za-z0-9_-]{22}$");
        GlobalId.TypeName(text).ShouldBe("Ticket");
        GlobalId.TryDecode(text, "Ticket", out var read).ShouldBeTrue();
        read.ShouldBe(id);
        foreach (var wrong in new[] { text + "A", text[..^1], text + "==", text[..^1] + "B", text.Replace("Ticket", "Tocket", StringComparison.Ordinal), text[..^2] + " " + text[^1], "", "Ticket_" })
            GlobalId.TryDecode(wrong, "Ticket", out _).ShouldBeFalse(wrong);
    }
}
