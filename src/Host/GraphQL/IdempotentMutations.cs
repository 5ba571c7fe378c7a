using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.GraphQL;

/// <summary>
/// Makes every mutation repeatable under its <c>Idempotency-Key</c>: the first answer is kept in the database and given
/// again word for word. The key is written with the effect, and forgotten when no mutation of the request succeeded.
/// </summary>
internal static class IdempotentMutations
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 255;

    public static async ValueTask<ExecutionResult> Around(HttpContext http, OperationInfo operation, Func<ValueTask<ExecutionResult>> run)
    {
        var key = http.Request.Headers[Header].ToString();
        if (operation.Kind != "mutation" || key.Length == 0)
        {
            return await run();
        }

        if (key.Length > LongestKey)
        {
            return Refuse("IDEMPOTENCY_KEY_TOO_LONG", $"An Idempotency-Key has at most {LongestKey} characters.");
        }

        // Whoever hangs up is likely to ask again: from here on the work is finished and its answer kept.
        var aborted = http.RequestAborted;
        http.RequestAborted = CancellationToken.None;
        var scope = KeyOf(http, key);
        using var turn = await http.RequestServices.GetRequiredService<IdempotencyTurns>().Wait(scope.Stored, aborted);
        return await Once(http, operation, scope, run);
    }

    private static async ValueTask<ExecutionResult> Once(HttpContext http, OperationInfo operation, IdempotencyKey scope, Func<ValueTask<ExecutionResult>> run)
    {
        var memory = http.RequestServices.GetRequiredService<IdempotencyMemory>();
        switch (await memory.Begin(scope, operation.Hash, CancellationToken.None))
        {
            case { Answer: { } answer }:
                http.Response.Headers["Idempotency-Replayed"] = "true";
                return ExecutionResult.OfBytes(answer);
            case { IsOtherRequest: true }:
                return Refuse("IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used for another request.");
            case { IsRunning: true }:
                return Refuse("IDEMPOTENCY_IN_PROGRESS", "A request under this Idempotency-Key is running or was cut off; look whether it has taken effect.");
        }

        var result = await run();
        if (result.SucceededMutations > 0)
        {
            await memory.Complete(scope, result.Body, CancellationToken.None);
        }
        else
        {
            await memory.Forget(scope, CancellationToken.None);
        }

        return result;
    }

    private static IdempotencyKey KeyOf(HttpContext http, string key)
    {
        var caller = http.RequestServices.GetRequiredService<Caller>();
        var who = caller.User?.Value.ToString() ?? caller.Portal?.Session.ToString() ?? $"{http.Request.Path}:{http.Connection.RemoteIpAddress}";
        return new IdempotencyKey(who, key);
    }

    private static ExecutionResult Refuse(string code, string message) =>
        ExecutionResult.OfBytes(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { errors = new[] { new { message, extensions = new { code } } } }), ExecutionOutcome.OperationNotPermitted);
}
