using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ServiceCrm.GraphQL.Transport.EventStreams;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>One GraphQL address: GraphQL over HTTP by POST, GET and multipart, and the hand-over to WebSockets.</summary>
internal sealed class GraphQLEndpoint(GraphQLExecutor executor, GraphQLEndpointOptions options)
{
    private const string Allow = "POST, GET";
    private const string JsonType = "application/json";

    private readonly EventStreamEndpoint _streams = new(executor, options);

    public Task HandleAsync(HttpContext context)
    {
        if (options.WebSockets && context.WebSockets.IsWebSocketRequest)
            return WebSocketEndpoint.HandleAsync(context, executor, options);
        if (HttpMethods.IsGet(context.Request.Method) && options.Explorer is { } explorer
            && Negotiation.WantsHtml(context.Request.Headers.Accept) && !context.Request.Query.ContainsKey("query") && !context.Request.Query.ContainsKey("documentId"))
        {
            return explorer(context);
        }

        return AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var isStream = options.EventStreams && EventStreamEndpoint.IsFor(context.Request);
        var contentType = isStream ? Negotiation.Legacy : Negotiation.Choose(context.Request.Headers.Accept);
        try
        {
            if (isStream)
                await _streams.HandleAsync(context, ReadForStreamAsync);
            else if (contentType is null)
                throw new RequestProblemException(RequestProblem.NotAcceptable, "Accept application/graphql-response+json or application/json.");
            else if (HttpMethods.IsPost(context.Request.Method))
                await PostAsync(context, contentType);
            else if (HttpMethods.IsGet(context.Request.Method) && options.AllowGet)
                await GetAsync(context, contentType);
            else
                throw new RequestProblemException(RequestProblem.Method, "Send GraphQL requests with POST.");
        }
        catch (RequestProblemException refused)
        {
            if (refused.Problem == RequestProblem.Method)
                context.Response.Headers.Allow = options.AllowGet ? Allow : "POST";
            using var result = GraphQLExecutor.Refuse(ExecutionOutcome.ValidationFailed, [new GraphQLError(refused.Message) { Code = "BAD_REQUEST" }]);
            await WriteAsync(context, result, contentType ?? Negotiation.Legacy, HttpStatuses.Of(refused.Problem, options.Statuses));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody to answer, and a half-read body must not be read on.
            context.Abort();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }

    private async Task PostAsync(HttpContext context, string contentType)
    {
        var request = context.Request;
        if (IsMultipart(request))
        {
            RequirePreflight(request);
            if (options.MaxFiles == 0)
                throw new RequestProblemException(RequestProblem.MediaType, "Uploads are not possible here.");
            await using var multipart = new MultipartRequestReader(options);
            await ExecuteAsync(context, await multipart.ReadAsync(request, context.RequestAborted), contentType);
            return;
        }

        CheckJson(request.ContentType);
        if (request.ContentLength > options.MaxBodyBytes)
            throw new RequestProblemException(RequestProblem.TooLarge, $"The request is larger than {options.MaxBodyBytes} bytes.");
        var body = await JsonRequestReader.ReadBodyAsync(request.BodyReader, options.MaxBodyBytes, context.RequestAborted);
        try
        {
            await ExecuteAsync(context, JsonRequestReader.Read(body.IsSingleSegment ? body.First : body.ToArray()), contentType);
        }
        finally
        {
            // Also after a mistake: a connection whose body is still being read cannot take the next request.
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private Task GetAsync(HttpContext context, string contentType) => ExecuteAsync(context, ReadGet(context.Request), contentType);

    private GraphQLRequest ReadGet(HttpRequest request)
    {
        if (options.GetNeedsPreflight)
            RequirePreflight(request);
        var query = request.Query;
        return JsonRequestReader.Read(query["query"], query["operationName"], query["variables"], query["extensions"], query["documentId"]);
    }

    // A stream outlives the reading of its request, so the bytes are its own.
    private async Task<GraphQLRequest> ReadForStreamAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && options.AllowGet)
            return ReadGet(request);
        if (!HttpMethods.IsPost(request.Method))
            throw new RequestProblemException(RequestProblem.Method, "Send GraphQL requests with POST.");
        CheckJson(request.ContentType);
        var body = await JsonRequestReader.ReadBodyAsync(request.BodyReader, options.MaxBodyBytes, context.RequestAborted);
        var bytes = body.ToArray();
        request.BodyReader.AdvanceTo(body.End);
        return JsonRequestReader.Read(bytes);
    }

    private async Task ExecuteAsync(HttpContext context, GraphQLRequest request, string contentType)
    {
        request.ReportsCost = context.Request.Headers.ContainsKey(GraphQLEndpointOptions.CostHeader);
        request.AcceptsIncremental = Negotiation.AcceptsParts(context.Request.Headers.Accept);
        using var result = await RunAsync(context, request);
        if (result.Later is not null)
        {
            await MultipartAnswer.WriteAsync(context, result);
            return;
        }

        var status = HttpStatuses.Of(result.Outcome, options.Statuses, ReferenceEquals(contentType, Negotiation.Legacy), request.OnlyQueries);
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = "POST";
        if (result.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await WriteAsync(context, result, contentType, status);
    }

    private ValueTask<ExecutionResult> RunAsync(HttpContext context, GraphQLRequest request)
    {
        var entry = executor.Prepare(request, context.RequestServices);
        if (options.Around is not { } around || entry.Plan is not { } plan)
            return Run();
        // An answer that may be kept and given again is whole.
        request.AcceptsIncremental &= plan.Kind == OperationType.Query;
        return around(context, new OperationInfo(plan.Kind.ToString().ToLowerInvariant(), plan.OperationName, Hash(request)), Run);

        ValueTask<ExecutionResult> Run() => executor.ExecuteAsync(entry, request, context.RequestServices, context.RequestAborted);
    }

    private static string Hash(GraphQLRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(request.Query.Span);
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(request.DocumentHash ?? string.Empty));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(request.OperationName ?? string.Empty));
        hash.AppendData([0]);
        hash.AppendData(request.Variables.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, string contentType, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = result.Body.Length;
        await response.BodyWriter.WriteAsync(result.Body, context.RequestAborted);
    }

    private static bool IsMultipart(HttpRequest request) => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    // Forms and images of other sites can set neither header without a preflight, which CORS answers.
    private static void RequirePreflight(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(GraphQLEndpointOptions.PreflightHeader) && !request.Headers.ContainsKey("Authorization"))
            throw new RequestProblemException(RequestProblem.Forgeable, $"Send the header {GraphQLEndpointOptions.PreflightHeader}: 1 with this kind of request.");
    }

    private static void CheckJson(string? contentType)
    {
        if (contentType is JsonType)
            return;
        var parts = (contentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        var isUtf8 = parts.Skip(1).All(parameter =>
            !parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) || parameter.AsSpan(8).Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!parts[0].Equals(JsonType, StringComparison.OrdinalIgnoreCase) || !isUtf8)
            throw new RequestProblemException(RequestProblem.MediaType, "Send the request as application/json in UTF-8.");
    }
}
