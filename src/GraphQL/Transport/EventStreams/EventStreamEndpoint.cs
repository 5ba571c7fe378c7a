using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceCrm.GraphQL.Subscriptions;

namespace ServiceCrm.GraphQL.Transport.EventStreams;

/// <summary>
/// The graphql-sse protocol: a stream for one operation (distinct connections mode), or one for all operations of a client, reserved with PUT,
/// fed with POST and told to stop one with DELETE (single connection mode). Operations run as whoever reads the stream.
/// </summary>
internal sealed class EventStreamEndpoint(GraphQLExecutor executor, GraphQLEndpointOptions options)
{
    private const string MediaType = "text/event-stream";
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const int MaxReservations = 10_000;

    private readonly ConcurrentDictionary<string, EventStreamConnection> _streams = new(StringComparer.Ordinal);

    /// <summary>Whether a request is of this protocol.</summary>
    public static bool IsFor(HttpRequest request) =>
        WantsStream(request) || TokenOf(request) is not null || HttpMethods.IsPut(request.Method);

    /// <summary>Serves the request; <paramref name="read"/> reads the operation of a POST or GET.</summary>
    /// <exception cref="RequestProblemException">answered by the caller</exception>
    public async Task HandleAsync(HttpContext context, Func<HttpContext, Task<GraphQLRequest>> read)
    {
        if (options.OnConnect is { } connect && !await connect(context, null, context.RequestAborted))
            throw new RequestProblemException(RequestProblem.Forbidden, "Streams are for signed-in callers.");
        if (HttpMethods.IsPut(context.Request.Method))
            await ReserveAsync(context);
        else if (TokenOf(context.Request) is { } token)
            await UseAsync(context, token, _streams.GetValueOrDefault(token) ?? throw NotFound(), read);
        else if (WantsStream(context.Request))
            await RunAsync(context, new EventStreamConnection(executor, isDistinct: true), only: await read(context));
        else
            throw NotFound();
    }

    // Clients that take anything name this type too, behind JSON; they want the plain answer.
    private static bool WantsStream(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase) && Negotiation.Choose(request.Headers.Accept) is null;

    private static string? TokenOf(HttpRequest request) =>
        request.Headers[TokenHeader].ToString() is { Length: > 0 } header ? header : request.Query["token"].ToString() is { Length: > 0 } query ? query : null;

    private static RequestProblemException NotFound() => new(RequestProblem.NotFound, "Stream not found");

    private async Task ReserveAsync(HttpContext context)
    {
        if (_streams.Count >= MaxReservations)
            throw new RequestProblemException(RequestProblem.TooMany, "Too many streams are open.");
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var stream = new EventStreamConnection(executor, isDistinct: false);
        _streams[token] = stream;
        _ = ForgetUnlessReadAsync(token, stream);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(token, context.RequestAborted);
    }

    // A client that reserves and never reads must not keep its place.
    private async Task ForgetUnlessReadAsync(string token, EventStreamConnection stream)
    {
        await Task.Delay(options.InitTimeout, executor.Options.Clock);
        if (stream.TryTake() && _streams.TryRemove(token, out _))
            stream.Dispose();
    }

    private async Task UseAsync(HttpContext context, string token, EventStreamConnection stream, Func<HttpContext, Task<GraphQLRequest>> read)
    {
        if (HttpMethods.IsDelete(context.Request.Method))
            await StopAsync(context, stream);
        else if (WantsStream(context.Request))
        {
            if (!stream.TryTake())
                throw new RequestProblemException(RequestProblem.Taken, "Stream already open");
            try
            {
                await RunAsync(context, stream, only: null);
            }
            finally
            {
                _streams.TryRemove(token, out _);
            }
        }
        else
            await StartAsync(context, stream, await read(context));
    }

    private async Task StartAsync(HttpContext context, EventStreamConnection stream, GraphQLRequest request)
    {
        if (string.IsNullOrEmpty(request.OperationId))
            throw new RequestProblemException(RequestProblem.IllFormed, "Operation ID is missing");
        // A client may send its first operation before its stream has arrived.
        if (!await stream.WaitForReaderAsync(context.RequestAborted))
            throw NotFound();
        if (stream.Operations.Count >= options.MaxSubscriptions)
            throw new RequestProblemException(RequestProblem.TooMany, "Too many operations on this stream.");
        if (!stream.TryStart(request.OperationId, request))
            throw new RequestProblemException(RequestProblem.Taken, "Operation with ID already exists");
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task StopAsync(HttpContext context, EventStreamConnection stream)
    {
        var id = context.Request.Query["operationId"].ToString();
        if (id.Length == 0)
            throw new RequestProblemException(RequestProblem.IllFormed, "Operation ID is missing");
        if (stream.Operations.TryTake(id, out var operation))
            await operation.StopAsync();
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task RunAsync(HttpContext context, EventStreamConnection stream, GraphQLRequest? only)
    {
        using (stream)
        {
            var response = context.Response;
            response.ContentType = $"{MediaType}; charset=utf-8";
            response.Headers.CacheControl = "no-cache";
            // Proxies that collect answers would hold events back.
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await stream.RunAsync(response.BodyWriter, SessionOptionsFactory.Of(context, executor, options), only, end.Token);
        }
    }
}
