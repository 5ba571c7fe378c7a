using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Jobs;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Mail.Smtp;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Modules;

/// <summary>Registers the platform and the given modules.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<CrmModule> modules)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database")).ValidateDataAnnotations().ValidateOnStart()
            .Validate(o => o.Provider == DatabaseProvider.Sqlite || o.ConnectionString.Length > 0, "Database:ConnectionString is needed for PostgreSql and SqlServer.");
        services.AddOptions<DataDirectoryOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<Files.FileOptions>().Bind(configuration.GetSection("Files")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SecurityOptions>().Bind(configuration.GetSection("Security")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ModuleSet(modules));
        services.AddSingleton<FileStore>();
        services.AddScoped<CallerHolder>();
        services.AddScoped(sp => sp.GetRequiredService<CallerHolder>().Caller);
        services.AddScoped<IdempotencyMemory>();

        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        AddData(services, database);
        AddEvents(services, modules);
        AddMail(services, configuration);
        var jobs = new JobList();
        jobs.Every(TimeSpan.FromHours(1), "RemoveExpiredRows", RemoveExpiredRows.Run);
        jobs.Every(TimeSpan.FromDays(1), "PruneSecurityLog", SecurityLogRetention.Run);
        foreach (var module in modules)
        {
            module.Services(services, configuration);
            module.Jobs(jobs);
        }

        services.AddSingleton(jobs);
        JobSchedule.Add(services, database, jobs);
        services.AddDataProtection().SetApplicationName("servicecrm");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        return services;
    }

    private static void AddData(IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton(new WriteGate(closed: database.Provider == DatabaseProvider.Sqlite));
        services.AddSingleton<SaveSteps>();
        services.AddDbContext<CrmDb>((sp, options) =>
        {
            var settings = sp.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            var data = sp.GetRequiredService<IOptions<DataDirectoryOptions>>().Value.DataDirectory;
            Engine.Use(options, settings.Provider, DatabaseStart.ConnectionString(settings, data), settings.CommandTimeoutSeconds)
                .ReplaceService<IModelCacheKeyFactory, ModelOfModules>();
            foreach (var interceptor in sp.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>())
            {
                options.AddInterceptors(interceptor);
            }
        });
    }

    private static void AddMail(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MailDesk>();
        services.AddSingleton<IMailTransport>(sp => sp.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length > 0
            ? ActivatorUtilities.CreateInstance<SmtpTransport>(sp)
            : new MailFolder(sp.GetRequiredService<IOptions<DataDirectoryOptions>>()));
        services.AddSingleton<MailRelay>();
        services.AddHostedService(sp => sp.GetRequiredService<MailRelay>());
    }

    private static void AddEvents(IServiceCollection services, IReadOnlyList<CrmModule> modules)
    {
        var reactions = new ReactionList();
        foreach (var module in modules)
        {
            module.Reactions(reactions);
        }

        services.AddSingleton(reactions);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService(sp => sp.GetRequiredService<OutboxRelay>());
        services.AddHostedService<NodeBus>();
    }
}
