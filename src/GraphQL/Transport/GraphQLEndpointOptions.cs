using Microsoft.AspNetCore.Http;

namespace ServiceCrm.GraphQL;

/// <summary>Which statuses the endpoint answers with.</summary>
public enum StatusProfile
{
    /// <summary>As graphql-http's audit 1.23 asks: 400 for every refused request, 200 for clients of plain application/json.</summary>
    Audit,

    /// <summary>As the GraphQL-over-HTTP draft of 2026 asks: 400 unparsable, 422 refused, 294 data with errors.</summary>
    Draft2026,
}

/// <summary>What is about to run, for the <see cref="GraphQLEndpointOptions.Around"/> hook.</summary>
/// <param name="Kind">query, mutation or subscription.</param>
/// <param name="Name">The operation's name, if it has one.</param>
/// <param name="Hash">SHA-256 of document, operation name and variables, lower-case hex.</param>
public sealed record OperationInfo(string Kind, string? Name, string Hash);

/// <summary>How one GraphQL endpoint behaves.</summary>
public sealed class GraphQLEndpointOptions
{
    /// <summary>The header that GET and multipart requests must carry, so that no plain form or image of another site can send them.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <summary>The header by which a client asks for the cost of its operation in the answer's <c>extensions</c>; its value does not matter.</summary>
    public const string CostHeader = "GraphQL-Cost";

    /// <summary>Statuses.</summary>
    public StatusProfile Statuses { get; set; } = StatusProfile.Audit;

    /// <summary>Largest JSON body in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Whether queries may come by GET.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Whether GET must carry <see cref="PreflightHeader"/>.</summary>
    public bool GetNeedsPreflight { get; set; } = true;

    /// <summary>Most files of one request; 0 refuses uploads.</summary>
    public int MaxFiles { get; set; } = 10;

    /// <summary>Largest file in bytes.</summary>
    public long MaxFileBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>Answers a browser that opens the address (Accept: text/html); null gives 406.</summary>
    public Func<HttpContext, Task>? Explorer { get; set; }

    /// <summary>Wraps the execution of each operation over HTTP, for example to answer a repeated mutation with its stored bytes.</summary>
    public Func<HttpContext, OperationInfo, Func<ValueTask<ExecutionResult>>, ValueTask<ExecutionResult>>? Around { get; set; }

    /// <summary>Decides on a WebSocket's connection_init (its payload may be absent); false closes with 4403.</summary>
    public Func<HttpContext, JsonElement?, CancellationToken, ValueTask<bool>>? OnConnect { get; set; }

    /// <summary>
    /// Asked when an operation starts on a WebSocket and before each event whether the caller may still be here; false closes with 4403,
    /// which clients take as a reason to connect again: the session may have a newer cookie.
    /// The services are those of the operation or event, so this is also the place to tell them who the caller is now.
    /// </summary>
    public Func<HttpContext, IServiceProvider, ValueTask<bool>>? IsStillAllowed { get; set; }

    /// <summary>Prepares the services of each operation and event on a WebSocket, for example by handing over the caller.</summary>
    public Action<HttpContext, IServiceProvider>? PrepareScope { get; set; }

    /// <summary>Whether operations may come on WebSockets.</summary>
    public bool WebSockets { get; set; } = true;

    /// <summary>Whether operations may come as streams of server-sent events (graphql-sse, both modes); <see cref="OnConnect"/> decides on each.</summary>
    public bool EventStreams { get; set; } = true;

    /// <summary>How long a WebSocket may wait with connection_init, and a reserved stream with its reader.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a ping is sent on a WebSocket or stream.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Most operations at once on one WebSocket or stream.</summary>
    public int MaxSubscriptions { get; set; } = 50;

    /// <summary>Events of one subscription that may wait for a slow reader before it is dropped.</summary>
    public int MaxWaitingEvents { get; set; } = 100;
}
