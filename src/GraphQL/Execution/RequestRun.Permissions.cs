using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Permissions: each is asked once per request, when the first field that needs it comes.</summary>
internal sealed partial class RequestRun
{
    private const string NotAllowedCode = "NOT_ALLOWED";
    private const string NotSignedInCode = "NOT_SIGNED_IN";

    private Dictionary<string, bool>? _allowed;
    private IFieldAuthorizer? _authorizer;

    /// <summary>Whether the caller may not have the field; <see cref="Failure"/> then says why.</summary>
    public bool Refuses(PlanField field)
    {
        foreach (var index in field.Info.Permissions)
        {
            if (Allows(Plan.Permissions[index]))
                continue;
            Failure = Refusal();
            return true;
        }

        return false;
    }

    /// <summary>What a refused field answers: an error, or quietly null where the type tells of hidden fields by itself.</summary>
    public Outcome Deny(PlanField field)
    {
        if (field.Info.Runtime is not { IsHidden: true })
            return Outcome.Failed;
        Failure = null;
        Output.Null();
        return Outcome.Written;
    }

    /// <summary>Whether the caller has the permission. Without an authorizer nobody has any.</summary>
    public bool Allows(string permission)
    {
        if (permission.Length == 0)
            return true;
        if ((_allowed ??= new(StringComparer.Ordinal)).TryGetValue(permission, out var known))
            return known;
        return _allowed[permission] = Authorizer()?.Allows(permission) ?? false;
    }

    public GraphQLFieldException Refusal() => Authorizer() switch
    {
        { Refusal: { } told } => told,
        { IsSignedIn: true } => new GraphQLFieldException(NotAllowedCode, "You are not allowed to do this."),
        _ => new GraphQLFieldException(NotSignedInCode, "You are not signed in."),
    };

    private IFieldAuthorizer? Authorizer() => _authorizer ??= Services.GetService<IFieldAuthorizer>();
}
