using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Who is away and who stands in.</summary>
public sealed class AbsenceFeatures : IAsyncLifetime
{
    private const string Plan = "mutation($input: PlanAbsenceInput!) { planAbsence(input: $input) { absence { id until } errors { code message path } } }";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeClock _clock = new(Now);
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start(clock: _clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Substitutes_of_substitutes_are_followed()
    {
        var (a, b, c) = (await _server.As("Agent"), await _server.As("Agent"), await _server.As("Agent"));
        await a.Mutate(Plan, Input(0, 5, b));
        await b.Mutate(Plan, Input(1, 3, c));
        (await Substitute(a, 0.5)).ShouldBe(b.Me.Id());
        (await Substitute(a, 2)).ShouldBe(c.Me.Id());
        (await Substitute(a, 4)).ShouldBe(b.Me.Id());
        (await Substitute(a, 5)).ShouldBeNull();
    }

    [Fact]
    public async Task A_circle_of_substitutes_gives_nobody()
    {
        var (a, b) = (await _server.As("Agent"), await _server.As("Agent"));
        await a.Mutate(Plan, Input(0, 5, b));
        await b.Mutate(Plan, Input(0, 5, a));
        (await Substitute(a, 1)).ShouldBeNull();
        (await Substitute(b, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task A_substitute_who_left_gives_nobody()
    {
        var (a, b) = (await _server.As("Agent"), await _server.As("Agent"));
        await a.Mutate(Plan, Input(0, 5, b));
        await (await _server.AsAdmin()).Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { errors { message } } }", new { id = b.Me.Id() });
        (await Substitute(a, 1)).ShouldBeNull();
        (await a.Refused(Plan, Input(10, 12, b))).GetProperty("path")[0].GetString().ShouldBe("substituteId");
    }

    [Fact]
    public async Task Absences_do_not_overlap_end_after_they_begin_and_have_another_substitute()
    {
        var a = await _server.As("Agent");
        await a.Mutate(Plan, Input(1, 5, null));
        await a.Mutate(Plan, Input(5, 6, null));
        (await a.Refused(Plan, Input(4, 7, null))).GetProperty("path")[0].GetString().ShouldBe("from");
        (await a.Refused(Plan, Input(9, 8, null))).GetProperty("path")[0].GetString().ShouldBe("until");
        (await a.Refused(Plan, Input(-5, -1, null))).GetProperty("path")[0].GetString().ShouldBe("until");
        (await a.Refused(Plan, Input(9, 10, a))).GetProperty("path")[0].GetString().ShouldBe("substituteId");
    }

    [Theory]
    [EachEngine]
    public async Task Two_absences_planned_at_once_do_not_overlap_unseen(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine, clock: new FakeClock(Now));
        var a = await server.As("Agent");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => a.Send(Plan, Input(1, 5, null))));
        (await a.Query("{ viewer { absences { id } } }")).GetProperty("viewer").GetProperty("absences").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_plans_no_absence_of_others_and_whoever_manages_people_does()
    {
        var (a, b) = (await _server.As("Agent"), await _server.As("Agent"));
        var input = new { input = new { from = Now, until = Now.AddDays(2), userId = b.Me.Id() } };
        (await a.Refused(Plan, input)).Text("code").ShouldBe("NOT_ALLOWED");
        await (await _server.AsAdmin()).Mutate(Plan, input);
        (await a.Query("query($id: ID!) { node(id: $id) { ... on User { availability { absentUntil } absences { until } } } }", new { id = b.Me.Id() })).ToString().ShouldContain("2026-03-04");
    }

    [Fact]
    public async Task Somebody_who_is_back_early_is_there_at_once()
    {
        var a = await _server.As("Agent");
        var id = (await a.Mutate(Plan, Input(0, 5, null))).GetProperty("absence").Id();
        _clock.Advance(TimeSpan.FromDays(1));
        await a.Mutate("mutation($id: ID!) { endAbsence(input: { absenceId: $id }) { user { availability { absentUntil } } errors { message } } }", new { id });
        (await a.Query("{ viewer { availability { absentUntil } } }")).GetProperty("viewer").GetProperty("availability").GetProperty("absentUntil").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("2026-03-02T08:30:00Z", true)]
    [InlineData("2026-03-02T07:30:00Z", false)]
    [InlineData("2026-03-07T10:00:00Z", false)]
    [InlineData("2026-07-06T07:30:00Z", true)]
    public async Task Working_hours_are_of_the_persons_own_time_zone_summer_time_included(string at, bool works)
    {
        var a = await _server.As("Agent");
        await a.Mutate("mutation { updateProfile(input: { timeZone: \"Europe/Berlin\", workingHours: [{ day: MONDAY, from: \"09:00\", to: \"17:30\" }] }) { user { workingHours { day } } errors { message } } }");
        (await At(a, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))).IsWorkingHour.ShouldBe(works);
    }

    [Theory]
    [InlineData("09:00", "08:00", "workingHours.0.to")]
    [InlineData("nine", "17:00", "workingHours.0.from")]
    public async Task Hours_that_make_no_sense_are_refused_at_their_field(string from, string to, string path)
    {
        var a = await _server.As("Agent");
        var refused = await a.Refused("mutation($f: String!, $t: String!) { updateProfile(input: { workingHours: [{ day: MONDAY, from: $f, to: $t }] }) { errors { path } } }", new { f = from, t = to });
        string.Join('.', refused.GetProperty("path").EnumerateArray().Select(p => p.GetString())).ShouldBe(path);
    }

    private static object Input(double from, double until, GraphQLClient? substitute) => new { input = new { from = Now.AddDays(from), until = Now.AddDays(until), substituteId = substitute?.Me.Id() } };

    private Task<Availability> At(GraphQLClient person, DateTimeOffset at)
    {
        GlobalId.TryDecode(person.Me.Id(), UserId.TypeName, out var id).ShouldBeTrue();
        return _server.InScope(async (_, db) => (await WhoIsThere.At([new UserId(id)], at, db, TestContext.Current.CancellationToken))[new UserId(id)]);
    }

    private async Task<string?> Substitute(GraphQLClient person, double days) => (await At(person, Now.AddDays(days))).Substitute is { } id ? GlobalId.Encode(UserId.TypeName, id.Value) : null;
}
