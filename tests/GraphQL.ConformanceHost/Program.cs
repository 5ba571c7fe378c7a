using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Tests.Execution;
using ServiceCrm.GraphQL.Types;

// Lets conformance suites drive the engine: any schema as SDL, every field with the fixed value of its type.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
var executors = new ConcurrentDictionary<string, GraphQLExecutor>(StringComparer.Ordinal);
var unlimited = new ExecutionOptions
{
    MaxAliases = int.MaxValue, MaxDepth = int.MaxValue, MaxDirectives = int.MaxValue, MaxFields = int.MaxValue, MaxNodes = int.MaxValue, MaxRootFields = int.MaxValue,
};

app.MapGet("/health", () => "ok");
app.MapPost("/execute", async (JsonElement body, HttpContext context) =>
{
    GraphQLExecutor executor;
    try
    {
        executor = executors.GetOrAdd(Text("schema") ?? string.Empty, sdl => new GraphQLExecutor(FixedValues.SchemaOf(sdl), unlimited));
    }
    catch (Exception wrong) when (wrong is SchemaException or ServiceCrm.GraphQL.Language.GraphQLSyntaxException)
    {
        return Results.Json(new { errors = new[] { new { message = wrong.Message } } }, statusCode: 400);
    }

    var request = new GraphQLRequest
    {
        Query = Encoding.UTF8.GetBytes(Text("query") ?? string.Empty),
        OperationName = Text("operationName"),
        Variables = body.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetBytes(variables.GetRawText()) : default,
    };
    using var result = await executor.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
    var answer = JsonNode.Parse(result.Body.Span)!.AsObject();

    // The reference gives no extensions; suites compare whole answers.
    foreach (var error in answer["errors"]?.AsArray() ?? [])
        error!.AsObject().Remove("extensions");
    return Results.Json(answer);

    string? Text(string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
});
app.Run();
