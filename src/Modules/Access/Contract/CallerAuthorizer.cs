using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>Answers the engine's permission questions from the caller of the request.</summary>
public sealed class CallerAuthorizer(Caller caller) : IFieldAuthorizer
{
    public bool IsSignedIn => caller.Kind is CallerKind.Staff or CallerKind.System || caller.Portal is not null;

    public GraphQLFieldException? Refusal => caller.NeedsSecondFactor ? new GraphQLFieldException(SecondFactorNeeded.Code, SecondFactorNeeded.Message) : null;

    public bool Allows(string permission) => caller.Can(permission);
}
