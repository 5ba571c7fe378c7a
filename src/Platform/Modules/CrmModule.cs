using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Jobs;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Modules;

/// <summary>
/// A module's table of contents: what it adds to the one deployable. The Host holds the only list of modules and calls
/// these members in the order of the list.
/// </summary>
public abstract class CrmModule
{
    /// <summary>The module's name; in lower case also its database schema (or table prefix on SQLite).</summary>
    public abstract string Name { get; }

    /// <summary>Every right of the module and who has it from the start.</summary>
    public virtual IReadOnlyList<PermissionGrant> Permissions => [];

    public virtual void Services(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Maps the module's entities. <paramref name="db"/> is only for visibility filters, which read its caller.</summary>
    public abstract void Tables(ModelBuilder model, CrmDb db);

    /// <summary>What staff and machines may ask and do.</summary>
    public virtual void StaffSchema(SchemaBuilder schema)
    {
    }

    /// <summary>What a customer may ever ask and do.</summary>
    public virtual void PortalSchema(SchemaBuilder schema)
    {
    }

    /// <summary>What happens here after an event somewhere.</summary>
    public virtual void Reactions(ReactionList reactions)
    {
    }

    /// <summary>What happens by the clock.</summary>
    public virtual void Jobs(JobList jobs)
    {
    }

    /// <summary>Plain HTTP endpoints (downloads and the like).</summary>
    public virtual void Endpoints(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Writes the module's part of the demo company.</summary>
    public virtual Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>The modules of this process, in their fixed order.</summary>
public sealed record ModuleSet(IReadOnlyList<CrmModule> Modules)
{
    /// <summary>All names in order, as one text.</summary>
    internal string Names { get; } = string.Join(',', Modules.Select(m => m.Name));
}
