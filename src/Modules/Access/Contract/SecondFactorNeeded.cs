namespace ServiceCrm.Access.Contract;

/// <summary>What a person is told who must set up a second factor before anything else.</summary>
public static class SecondFactorNeeded
{
    /// <summary>For machines.</summary>
    public const string Code = "SECOND_FACTOR_NEEDED";

    /// <summary>For people.</summary>
    public const string Message = "Your role asks for a second factor. Set one up first.";
}
