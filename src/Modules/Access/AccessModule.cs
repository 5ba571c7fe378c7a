using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Jobs;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>People, teams, roles, sessions and access tokens.</summary>
public sealed class AccessModule : CrmModule
{
    public override string Name => "Access";

    public override IReadOnlyList<PermissionGrant> Permissions => AccessPermissions.Grants;

    /// <summary>Who can sign in to the demo company.</summary>
    public static IReadOnlyList<(string Email, string Password, string Role)> DemoSignIns => AccessDemo.SignIns;

    /// <summary>
    /// Prepares the first administrator of an empty installation: makes it from <c>Setup:AdminEmail</c> and
    /// <c>Setup:AdminPassword</c>, or opens a one-time set-up link.
    /// </summary>
    /// <returns>the path of the set-up page, or null when nothing is needed</returns>
    public static async Task<string?> PrepareFirstAdministrator(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            return await Prepare(services, ct);
        }
        catch (CrmException)
        {
            await using var scope = services.For(Caller.System);
            if (await FirstAdministrator.IsNeeded(scope.ServiceProvider.GetRequiredService<CrmDb>(), ct))
            {
                throw;
            }

            // Another node that starts in this moment was faster.
            return null;
        }
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Access")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SetupOptions>().Bind(configuration.GetSection("Setup"));
        services.AddHttpContextAccessor();
        services.AddScoped<IAccess, AccessFacade>();
        services.AddScoped<IHoldsWork, AccountsHoldWork>();
        services.AddScoped<IFileOwner, AvatarFiles>();
        services.AddScoped<IFieldAuthorizer, CallerAuthorizer>();
        SignInServices.Add(services, configuration);
    }

    public override void Tables(ModelBuilder model, CrmDb db) => AccessTables.Map(model, db);

    public override void StaffSchema(SchemaBuilder schema) => AccessSchema.Staff(schema);

    public override void Reactions(ReactionList reactions)
    {
        reactions.On<PasswordResetAsked>(nameof(MailLinkWhenPasswordResetAsked), MailLinkWhenPasswordResetAsked.Run);
        reactions.On<UserRemoved>(nameof(HandOverWorkWhenUserRemoved), HandOverWorkWhenUserRemoved.Run);
    }

    public override void Jobs(JobList jobs)
    {
        jobs.Every(TimeSpan.FromDays(1), nameof(RemoveOldSessions), RemoveOldSessions.Run);
        jobs.Every(TimeSpan.FromHours(1), nameof(ForgetUsedProofs), ForgetUsedProofs.Run);
        jobs.Every(TimeSpan.FromDays(1), nameof(ForgetLinks), ForgetLinks.Run);
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        AuthEndpoints.Map(endpoints);
        endpoints.MapGet("/security-log.csv", ExportSecurityLog.Run);
    }

    public override Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) =>
        AccessDemo.Run(demo, db, demo.Services.GetRequiredService<IPasswordHasher<User>>(), ct);

    private static async Task<string?> Prepare(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (!await FirstAdministrator.IsNeeded(db, ct))
        {
            return null;
        }

        var setup = scope.ServiceProvider.GetRequiredService<IOptions<SetupOptions>>().Value;
        if (setup.AdminEmail is { Length: > 0 } email && setup.AdminPassword is { Length: > 0 } password)
        {
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().Now();
            await FirstAdministrator.Create(db, scope.ServiceProvider.GetRequiredService<UserManager<User>>(), email.Split('@')[0], email, password, now, ct);
            return null;
        }

        return $"/setup?token={scope.ServiceProvider.GetRequiredService<SetupLink>().Open()}";
    }
}
