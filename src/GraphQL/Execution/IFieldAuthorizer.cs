namespace ServiceCrm.GraphQL;

/// <summary>Answers for the caller of a request. Taken from the request's services and asked once per permission and request.</summary>
public interface IFieldAuthorizer
{
    /// <summary>False for an anonymous caller: a refusal then says NOT_SIGNED_IN instead of NOT_ALLOWED.</summary>
    bool IsSignedIn { get; }

    /// <summary>What a refused field answers where the caller can do something about it; null for the usual answer.</summary>
    GraphQLFieldException? Refusal => null;

    /// <summary>Whether the caller has the permission.</summary>
    bool Allows(string permission);
}
