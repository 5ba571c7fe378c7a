using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>Sends an answer in parts (incremental delivery over HTTP, a proposal): a multipart/mixed body of JSON payloads.</summary>
internal static class MultipartAnswer
{
    private const string ContentType = "multipart/mixed; boundary=\"-\"";

    // The delimiter goes out with the part before it, or clients would hold each part back until the next one comes.
    private static readonly byte[] Start = [.. "\r\n---"u8];
    private static readonly byte[] PartHead = [.. "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8];
    private static readonly byte[] End = [.. "--\r\n"u8];

    /// <summary>Writes the first answer and, as they come, the later ones.</summary>
    public static async Task WriteAsync(HttpContext context, ExecutionResult result)
    {
        var response = context.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-cache";
        // Proxies that collect answers would hold parts back.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.BodyWriter.Write(Start);
        await WriteAsync(context, result.Body);
        await foreach (var payload in result.Later!)
            await WriteAsync(context, payload.Body);
        await response.BodyWriter.WriteAsync(End, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var writer = context.Response.BodyWriter;
        writer.Write(PartHead);
        writer.Write(body.Span);
        writer.Write(Start);
        await writer.FlushAsync(context.RequestAborted);
    }
}
