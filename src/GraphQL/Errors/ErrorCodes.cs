namespace ServiceCrm.GraphQL.Errors;

/// <summary>Values of <c>extensions.code</c> that the engine itself gives.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document breaks a rule of chapter 5.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document is valid, but larger or deeper than allowed.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The caller has spent what he may for now; <c>extensions.cost.retryAfterSeconds</c> says when it is enough again.</summary>
    public const string BudgetExhausted = "BUDGET_EXHAUSTED";
}
