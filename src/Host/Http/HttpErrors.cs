using System.Diagnostics;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Host.Http;

/// <summary>Errors of plain HTTP endpoints as JSON; the unexpected ones masked with a trace id that is in the log.</summary>
internal sealed class HttpErrors(RequestDelegate next, ILogger<HttpErrors> log)
{
    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered; a body that was read in half must not be read on.
            http.Abort();
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Answer(http, failure);
        }
    }

    private async Task Answer(HttpContext http, Exception failure)
    {
        var (status, code, message) = failure switch
        {
            InvalidInput input when input.Problems.Any(p => p.Path == "file") => (StatusCodes.Status413PayloadTooLarge, "FILE_TOO_LARGE", input.Message),
            InvalidInput input => (StatusCodes.Status400BadRequest, input.Code, input.Message),
            RuleBroken rule => (StatusCodes.Status409Conflict, rule.Code, rule.Message),
            Conflict conflict => (StatusCodes.Status409Conflict, conflict.Code, conflict.Message),
            NotFound missing => (StatusCodes.Status404NotFound, missing.Code, missing.Message),
            NotAllowed refused => (StatusCodes.Status403Forbidden, refused.Code, refused.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "FILE_TOO_LARGE", "The request is too large."),
            BadHttpRequestException bad => (bad.StatusCode, "BAD_REQUEST", "The request cannot be understood."),
            _ => (StatusCodes.Status500InternalServerError, "INTERNAL", Masked(http, failure)),
        };
        http.Response.Clear();
        http.Response.StatusCode = status;
        var problems = (failure as InvalidInput)?.Problems.Select(p => new { path = p.Path, message = p.Message });
        await http.Response.WriteAsJsonAsync(new { code, message, errors = problems });
    }

    private string Masked(HttpContext http, Exception failure)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        log.LogError(failure, "{Method} {Path} failed (trace {TraceId})", http.Request.Method, http.Request.Path, trace);
        return $"Something went wrong on our side. If it happens again, tell us this number: {trace}.";
    }
}
