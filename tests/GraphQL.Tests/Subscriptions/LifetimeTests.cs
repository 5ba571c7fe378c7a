using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Tests.Transport;

namespace ServiceCrm.GraphQL.Tests.Subscriptions;

/// <summary>A stream that tests feed, and that tells when somebody listens and when it was cleaned up.</summary>
internal sealed class Feed
{
    public Channel<int> Events { get; } = Channel.CreateUnbounded<int>();

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cleaned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async IAsyncEnumerable<int> Run(FeedHolder holder, [EnumeratorCancellation] CancellationToken ct)
    {
        var feed = holder.Feed;
        feed.Opened.TrySetResult();
        try
        {
            await foreach (var value in feed.Events.Reader.ReadAllAsync(ct))
                yield return value;
        }
        finally
        {
            feed.Cleaned.TrySetResult();
        }
    }
}

internal sealed class FeedHolder
{
    public Feed Feed { get; } = new();
}

/// <summary>A caller whose permission can be taken away.</summary>
internal sealed class Revocable : IFieldAuthorizer
{
    public bool IsAllowed { get; set; } = true;

    public bool IsSignedIn => true;

    public bool Allows(string permission) => IsAllowed;
}

public class LifetimeTests
{
    private const string Watch = "subscription { watch }";

    private readonly FeedHolder _holder = new();
    private readonly Revocable _caller = new();

    [Fact]
    public async Task Completing_by_the_client_cleans_up_and_frees_the_id()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        await client.Send("""{"id":"1","type":"complete"}""");
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
        await client.Subscribe("1", "{ hello }");
        (await client.Receive()).ShouldBe("""{"type":"next","id":"1","payload":{"data":{"hello":"Hello"}}}""");
    }

    [Fact]
    public async Task Closing_by_the_client_cleans_up()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        await client.Close();
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
        (await client.ReceiveClose()).ShouldBe(1000);
    }

    [Fact]
    public async Task Losing_the_connection_cleans_up()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        client.Abort();
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_bad_message_cleans_up()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        await client.Send("rubbish");
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stopping_the_server_cleans_up_and_says_that_it_goes_away()
    {
        var server = await Start();
        using var client = await Listen(server);
        var stopping = server.DisposeAsync().AsTask();
        (await client.ReceiveClose()).ShouldBe(1001);
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stopping;
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_with_4409()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        await client.Subscribe("1", Watch);
        (await client.ReceiveClose()).ShouldBe(4409);
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_ends_the_subscription_at_the_next_event()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        await _holder.Feed.Events.Writer.WriteAsync(1, TestContext.Current.CancellationToken);
        (await client.Receive()).ShouldBe("""{"type":"next","id":"1","payload":{"data":{"watch":1}}}""");
        _caller.IsAllowed = false;
        await _holder.Feed.Events.Writer.WriteAsync(2, TestContext.Current.CancellationToken);
        var answer = await client.Receive();
        answer.ShouldStartWith("""{"type":"error","id":"1",""");
        answer.ShouldContain("NOT_ALLOWED");
        await _holder.Feed.Cleaned.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_who_may_no_longer_be_here_is_closed_with_4403()
    {
        await using var server = await Start(options => options.IsStillAllowed = (_, services) => ValueTask.FromResult(services.GetRequiredService<IFieldAuthorizer>().Allows("x")));
        using var client = await Listen(server);
        _caller.IsAllowed = false;
        await _holder.Feed.Events.Writer.WriteAsync(2, TestContext.Current.CancellationToken);
        (await client.ReceiveClose()).ShouldBe(4403);
    }

    [Fact]
    public async Task A_stream_that_fails_ends_with_an_error_message()
    {
        await using var server = await Start();
        using var client = await Listen(server);
        _holder.Feed.Events.Writer.Complete(new GraphQLFieldException("GONE", "The source is gone."));
        (await client.Receive()).ShouldBe("""{"type":"error","id":"1","payload":[{"message":"The source is gone.","extensions":{"code":"GONE"}}]}""");
    }

    [Fact]
    public async Task Too_many_operations_at_once_are_refused_one_by_one()
    {
        await using var server = await Start(options => options.MaxSubscriptions = 1);
        using var client = await Listen(server);
        await client.Subscribe("2", Watch);
        (await client.Receive())!.ShouldContain("LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task The_server_pings_and_drops_who_never_answers()
    {
        await using var server = await Start(options => options.KeepAlive = TimeSpan.FromMilliseconds(50));
        using var client = await SocketClient.Connect(server.Socket);
        (await client.Receive()).ShouldBe("""{"type":"ping"}""");
        (await client.ReceiveClose()).ShouldBe(1001);
    }

    private async Task<TestServer> Start(Action<GraphQLEndpointOptions>? configure = null)
    {
        var schema = new SchemaBuilder("feed", new Services());
        schema.Query("hello", SchemaBuilder.Anyone, () => "Hello");
        schema.Subscription("watch", "feed.watch", Feed.Run);
        return await TestServer.Start(configure, schema, services: services =>
        {
            services.AddSingleton(_holder);
            services.AddSingleton<IFieldAuthorizer>(_caller);
        });
    }

    private async Task<SocketClient> Listen(TestServer server)
    {
        var client = await SocketClient.Connect(server.Socket);
        await client.Subscribe("1", Watch);
        await _holder.Feed.Opened.Task.WaitAsync(TestContext.Current.CancellationToken);
        return client;
    }

    private sealed class Services : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => serviceType == typeof(FeedHolder);
    }
}
