using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Host.GraphQL;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Http;

/// <summary>The reference of the API, written from the running schema: one page that needs no script but for its filter.</summary>
internal sealed class SchemaReference([FromKeyedServices(Schemas.StaffName)] GraphQLExecutor executor)
{
    private readonly Lazy<string> _page = new(() => new ReferencePage(executor.Schema.Types, Text("reference.css")).Write());

    public static void Map(WebApplication app)
    {
        app.MapGet("/graphql/reference", (SchemaReference reference, SchemaAccess access, Caller caller) => !access.Allows(caller)
            ? Results.NotFound()
            : Results.Content(reference._page.Value, "text/html; charset=utf-8"));
        app.MapGet("/graphql/reference.js", () => Results.Text(Text("reference.js"), "text/javascript; charset=utf-8"));
    }

    private static string Text(string name)
    {
        using var stream = typeof(SchemaReference).Assembly.GetManifestResourceStream($"reference.{name}") ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
