using Microsoft.AspNetCore.HttpOverrides;
using ServiceCrm.Access;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Host.GraphQL;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Http;

/// <summary>The order in which a request passes.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        ProxyOptions.Use(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HttpErrors>();
        app.UseResponseCompression();
        app.UseWebSockets();
        WebFiles.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseCaller();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/portal", StringComparison.OrdinalIgnoreCase), portal => portal.UsePortalCaller());
        app.UseSecondFactorGate();

        Health.Map(app);
        foreach (var module in app.Services.GetRequiredService<ModuleSet>().Modules)
        {
            module.Endpoints(app);
        }

        FileEndpoints.Map(app);
        app.MapGraphQL("/graphql", Schemas.StaffName, o =>
        {
            o.Around = IdempotentMutations.Around;
            o.Explorer = Explorer.Show;
            o.OnConnect = (http, _, _) => ValueTask.FromResult(http.RequestServices.GetRequiredService<Caller>().Kind == CallerKind.Staff);
            o.IsStillAllowed = StillSignedIn.Check;
        }).OpenBeforeSecondFactor();
        app.MapGet("/graphql/schema.graphql", Explorer.Sdl);
        SchemaReference.Map(app);
        app.MapGraphQL("/portal/graphql", Schemas.PortalName, o =>
        {
            o.Around = IdempotentMutations.Around;
            o.AllowGet = false;
            o.MaxFiles = 0;
            o.WebSockets = false;
            o.EventStreams = false;
        });
        WebFiles.MapPages(app);
    }
}
