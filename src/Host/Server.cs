using Microsoft.Extensions.Options;
using ServiceCrm.Access;
using ServiceCrm.Host.Http;
using ServiceCrm.Host.Telemetry;
using ServiceCrm.Host.Verbs;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Host;

/// <summary>Builds and runs the web process.</summary>
public static class Server
{
    public const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> Run(string[] args, TextWriter errors)
    {
        try
        {
            var demo = args.Contains("--demo", StringComparer.Ordinal);
            string[] settings = [.. args.Where(a => a != "--demo")];
            Settings.Check(settings);
            await using var app = Build(settings);
            await using var alone = SingleServer.Hold(app.Services);
            await Prepare(app, demo);
            var setUp = await AccessModule.PrepareFirstAdministrator(app.Services, app.Lifetime.ApplicationStopping);
            await Start(app);
            Welcome.Print(app, demo, setUp);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception failure) when (StartProblems.Explain(failure) is { } why)
        {
            await errors.WriteLineAsync(why);
            return 1;
        }
    }

    /// <summary>Starts; what had started before something failed is stopped again.</summary>
    private static async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>The composed application, not started; also what tests host.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        adjust?.Invoke(builder);
        Logs.Configure(builder);
        WebApplication? app = null;
        // A start that fails is told once, by Run; the framework's own line would add its stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
        });
        builder.Services.AddPlatform(builder.Configuration, ModuleList.All);
        builder.Services.AddHost(builder.Configuration);
        app = builder.Build();
        try
        {
            Pipeline.Use(app);
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <summary>Everything between a built and a started application: options, schema of the database, demo company.</summary>
    public static async Task Prepare(WebApplication app, bool demo)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        DataFolder.Check(app.Services);
        await DatabaseStart.Upgrade(app.Services, app.Lifetime.ApplicationStopping);
        if (demo)
        {
            await DemoVerb.Fill(app.Services, app.Lifetime.ApplicationStopping);
        }
    }
}

/// <summary>The process cannot start as asked; the message says why, for people.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
