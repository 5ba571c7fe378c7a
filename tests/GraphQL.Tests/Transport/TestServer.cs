using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ServiceCrm.GraphQL.Tests.Transport;

/// <summary>The help desk behind a real Kestrel on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = Address };
    }

    public HttpClient Http { get; }

    public Uri Address => new(_app.Urls.First() + "/graphql");

    public Uri Socket => new UriBuilder(Address) { Scheme = "ws" }.Uri;

    public static async Task<TestServer> Start(
        Action<GraphQLEndpointOptions>? configure = null, SchemaBuilder? schema = null, ExecutionOptions? options = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Desk.Sample());
        builder.Services.AddSingleton<IFieldAuthorizer>(new Caller("*"));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGraphQL("/graphql", schema is null ? HelpDesk.Executor(options) : new GraphQLExecutor(schema.Build(), options), configure);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(app);
    }

    public async Task<HttpResponseMessage> Post(string body, string? accept = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
