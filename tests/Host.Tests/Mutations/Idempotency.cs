using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Every mutation of both schemas may be sent twice under one key; a new mutation cannot be forgotten.</summary>
public sealed class Idempotency : IAsyncLifetime
{
    private const string CreateTeam = "mutation($n: String!) { createTeam(input: { name: $n }) { team { id name } errors { code message } } }";


    private MutationWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await MutationWorld.Start();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Every_mutation_answers_a_repeat_with_its_first_answer_and_acts_once()
    {
        var mutations = _world.Mutations().ToList();
        mutations.Count.ShouldBeGreaterThan(30);
        MutationExamples.Names.ShouldBe(mutations.Select(m => m.Mutation.Name), ignoreOrder: true);
        foreach (var (schema, mutation) in mutations.OrderBy(m => m.Mutation.Name == "changePassword"))
        {
            var client = schema == "portal" ? _world.Portal : _world.Admin;
            var input = await MutationExamples.Of(mutation.Name, _world);
            var first = await Post(client, mutation, input, $"key-{mutation.Name}");
            first.Body.ShouldContain("\"errors\":[]", Case.Sensitive, mutation.Name);
            first.Replayed.ShouldBeFalse(mutation.Name);
            await _world.Quiet();
            var before = await _world.Rows();
            var second = await Post(client, mutation, input, $"key-{mutation.Name}");
            second.Body.ShouldBe(first.Body, mutation.Name);
            second.Replayed.ShouldBeTrue(mutation.Name);
            (await _world.Rows()).ShouldBe(before, mutation.Name);
        }
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_another_callers_key_answers_nothing()
    {
        var agent = await _world.Server.As("Manager");
        var mine = await _world.Admin.Send(CreateTeam, new { n = "Mine" }, "one-key");
        var reused = await _world.Admin.Send(CreateTeam, new { n = "Another" }, "one-key");
        reused.GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("IDEMPOTENCY_KEY_REUSED");
        var theirs = await agent.Send(CreateTeam, new { n = "Theirs" }, "one-key");
        theirs.GetProperty("data").GetProperty("createTeam").GetProperty("team").Text("name").ShouldBe("Theirs");
        theirs.ToString().ShouldNotBe(mine.ToString());
        using var nobody = new GraphQLClient(_world.Server.Url);
        (await nobody.Send(CreateTeam, new { n = "Mine" }, "one-key")).ToString().ShouldNotContain("Team_");
    }

    [Fact]
    public async Task A_mutation_that_failed_may_be_tried_again_under_its_key()
    {
        const string open = "mutation($s: String!, $t: ID) { createTicket(input: { subject: $s, body: \"x\", teamId: $t, newCustomer: { name: \"Ada\", email: \"ada@example.com\" } }) { ticket { number } errors { code message } } }";
        var refused = await _world.Admin.Send(open, new { s = "" }, "again");
        refused.GetProperty("data").GetProperty("createTicket").GetProperty("errors").GetArrayLength().ShouldBe(1);
        var opened = await _world.Admin.Send(open, new { s = "Now with a subject" }, "again");
        opened.GetProperty("data").GetProperty("createTicket").GetProperty("ticket").GetProperty("number").GetInt64().ShouldBeGreaterThan(0);

        await _world.Admin.Team("Taken");
        (await _world.Admin.Send(CreateTeam, new { n = "Taken" }, "taken")).ToString().ShouldContain("\"code\":");
        var other = await _world.Admin.Send(CreateTeam, new { n = "Free" }, "taken");
        other.GetProperty("data").GetProperty("createTeam").GetProperty("team").Text("name").ShouldBe("Free");
    }

    [Theory]
    [EachEngine]
    public async Task Sent_many_times_at_once_it_acts_once_and_everybody_gets_the_one_answer(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.Send(CreateTeam, new { n = "Once" }, "at-once")));
        answers.Select(a => a.ToString()).Distinct().ShouldHaveSingleItem().ShouldContain("Team_");
        (await admin.Query("{ teams { name } }")).GetProperty("teams").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Who_hangs_up_and_asks_again_gets_the_answer_and_it_acted_once()
    {
        for (var i = 0; i < 10; i++)
        {
            var name = _world.New("Hung up");
            using (var hangUp = new CancellationTokenSource())
            {
                var first = Post(_world.Admin, CreateTeam, new JsonObject { ["n"] = name }, name, hangUp.Token);
                await hangUp.CancelAsync();
                await Should.ThrowAsync<OperationCanceledException>(first);
            }

            var answer = await _world.Admin.Send(CreateTeam, new { n = name }, name);
            answer.GetProperty("data").GetProperty("createTeam").GetProperty("team").Text("name").ShouldBe(name);
        }

        (await _world.Admin.Query("{ teams { name } }")).GetProperty("teams").EnumerateArray().Count(t => t.Text("name")!.StartsWith("Hung up", StringComparison.Ordinal)).ShouldBe(10);
    }

    [Fact]
    public async Task A_mutation_that_fails_leaves_nothing_for_the_next_one_of_the_same_request_to_save()
    {
        var ticket = await _world.Ticket();
        var answer = await _world.Admin.Send(
            "mutation($t: ID!, $bad: [String!], $n: String!) { a: updateTicket(input: { ticketId: $t, subject: \"Half a change\", tags: $bad }) { errors { code } } b: createTeam(input: { name: $n }) { team { id } errors { code } } }",
            new { t = ticket, bad = Enumerable.Range(0, 100).Select(i => $"tag{i}"), n = _world.New("Team") });
        answer.GetProperty("data").GetProperty("a").GetProperty("errors").GetArrayLength().ShouldBe(1);
        answer.GetProperty("data").GetProperty("b").GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await _world.Admin.Query("query($t: ID!) { ticket(id: $t) { subject } }", new { t = ticket })).GetProperty("ticket").Text("subject").ShouldNotBe("Half a change");
    }

    private static Task<(string Body, bool Replayed)> Post(GraphQLClient client, Field mutation, JsonObject input, string key) =>
        Post(client, MutationWorld.Document(mutation), new JsonObject { ["input"] = input.DeepClone() }, key, TestContext.Current.CancellationToken);

    private static async Task<(string Body, bool Replayed)> Post(GraphQLClient client, string query, JsonObject variables, string key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, client.Path) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.Http.SendAsync(request, ct);
        return (await answer.Content.ReadAsStringAsync(ct), answer.Headers.Contains("Idempotency-Replayed"));
    }
}
