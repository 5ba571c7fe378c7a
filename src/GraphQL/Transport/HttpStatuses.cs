namespace ServiceCrm.GraphQL.Transport;

/// <summary>What can be wrong before a request reaches the executor.</summary>
internal enum RequestProblem
{
    /// <summary>The body is not JSON.</summary>
    NotJson,

    /// <summary>The JSON is no GraphQL request.</summary>
    IllFormed,

    /// <summary>Neither a JSON content type nor the preflight header: another site's form could send it.</summary>
    Forgeable,

    /// <summary>A content type or charset that is not read here.</summary>
    MediaType,

    /// <summary>No media type that the client accepts.</summary>
    NotAcceptable,

    /// <summary>Larger than allowed.</summary>
    TooLarge,

    /// <summary>The caller may not use this transport.</summary>
    Forbidden,

    /// <summary>There is no stream with this token.</summary>
    NotFound,

    /// <summary>The stream or the operation id is in use.</summary>
    Taken,

    /// <summary>More streams or operations than allowed.</summary>
    TooMany,

    /// <summary>A method other than POST, or GET where it is not allowed.</summary>
    Method,
}

/// <summary>All statuses in one place, for both profiles and both media types.</summary>
internal static class HttpStatuses
{
    /// <summary>The status of an executed or refused operation.</summary>
    public static int Of(ExecutionOutcome outcome, StatusProfile profile, bool isLegacy, bool isGet) => (outcome, profile) switch
    {
        (ExecutionOutcome.Data, _) => 200,
        (ExecutionOutcome.DataWithErrors, StatusProfile.Draft2026) => 294,
        (ExecutionOutcome.DataWithErrors, _) => 200,
        (ExecutionOutcome.BudgetExhausted, _) => 429,
        (ExecutionOutcome.OperationNotPermitted, _) when isGet => 405,
        (ExecutionOutcome.ParseFailed or ExecutionOutcome.DocumentUnknown, StatusProfile.Draft2026) => 400,
        (_, StatusProfile.Draft2026) => 422,
        (_, _) => isLegacy ? 200 : 400,
    };

    /// <summary>The status of a request that never reached the executor.</summary>
    public static int Of(RequestProblem problem, StatusProfile profile) => problem switch
    {
        RequestProblem.IllFormed when profile == StatusProfile.Draft2026 => 422,
        RequestProblem.NotJson or RequestProblem.IllFormed => 400,
        RequestProblem.Forgeable or RequestProblem.Forbidden => 403,
        RequestProblem.NotFound => 404,
        RequestProblem.Taken => 409,
        RequestProblem.TooMany => 429,
        RequestProblem.MediaType => 415,
        RequestProblem.NotAcceptable => 406,
        RequestProblem.TooLarge => 413,
        _ => 405,
    };
}

/// <summary>Thrown by the readers; the endpoint answers with it.</summary>
internal sealed class RequestProblemException(RequestProblem problem, string message) : Exception(message)
{
    public RequestProblem Problem { get; } = problem;
}
