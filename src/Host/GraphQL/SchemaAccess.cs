using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.GraphQL;

/// <summary>Who may read the schema (<c>GraphQL:Introspection</c>).</summary>
internal sealed class SchemaAccess(IOptions<GraphQLOptions> options)
{
    public bool Allows(Caller caller) => options.Value.Introspection switch
    {
        SchemaReaders.Everyone => true,
        SchemaReaders.Staff => caller.Kind == CallerKind.Staff && !caller.NeedsSecondFactor,
        SchemaReaders.Roles => !caller.NeedsSecondFactor && caller.Roles.Any(role => options.Value.IntrospectionRoles.Contains(role, StringComparer.OrdinalIgnoreCase)),
        _ => false,
    };
}
