using System.Text;
using ServiceCrm.GraphQL;
using ServiceCrm.Host.GraphQL;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Http;

/// <summary>The page on which front-end developers try queries, and the schema as a file.</summary>
internal static class Explorer
{
    public static Task Show(HttpContext http) => WebFiles.Page(http, "explorer.html");

    public static IResult Sdl([FromKeyedServices(Schemas.StaffName)] GraphQLExecutor executor, SchemaAccess access, Caller caller) => !access.Allows(caller)
        ? Results.NotFound()
        : Results.Text(ServiceCrm.GraphQL.Types.SdlPrinter.Print(executor.Schema.Types), "text/plain", Encoding.UTF8);
}
