using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Fuzz;

/// <summary>The GraphQL endpoint over the product's schema, called in the process: no network, but all of the transport.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private static readonly object Parent = new();

    private readonly WebApplication _app;
    private readonly RequestDelegate _pipeline;
    private readonly MemoryStream _answer = new();

    private Endpoint(WebApplication app, RequestDelegate pipeline)
    {
        _app = app;
        _pipeline = pipeline;
    }

    public static async Task<Endpoint> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IFieldAuthorizer, Everyone>();
        var app = builder.Build();
        app.UseRouting();
        app.MapGraphQL("/graphql", new GraphQLExecutor(await Schema(), new ExecutionOptions { Charge = (_, _) => new CostAllowance(20_000) }));
        app.UseEndpoints(_ => { });
        return new Endpoint(app, ((IApplicationBuilder)app).Build());
    }

    /// <summary>The status and the body; the body is valid until the next call.</summary>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> Post(byte[] body)
    {
        _answer.SetLength(0);
        await using var scope = _app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = "POST";
        http.Request.Path = "/graphql";
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = _answer;
        await _pipeline(http);
        await http.Response.CompleteAsync();
        return (http.Response.StatusCode, _answer.GetBuffer().AsMemory(0, (int)_answer.Length));
    }

    public async ValueTask DisposeAsync()
    {
        await _answer.DisposeAsync();
        await _app.DisposeAsync();
    }

    // Every field answers by its type, every second one asynchronously, as fields with a query behind them do.
    private static async Task<GraphQLSchema> Schema()
    {
        var sdl = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema.graphql"));
        return new GraphQLSchema(SdlReader.Read(sdl).Build(), (_, field) => Resolver(field), (type, _) => type.PossibleTypes[0].Name);
    }

    private static Delegate Resolver(Field field)
    {
        var value = ValueOf(field.Type);
        return field.Name.Length % 2 == 0
            ? new DynamicResolver((_, _, _) => value)
            : new AsyncDynamicResolver(async (_, _, _) =>
            {
                await Task.Yield();
                return value;
            });
    }

    private static object ValueOf(GraphQLType type) => type.Nullable switch
    {
        ListType list => new[] { ValueOf(list.ItemType), ValueOf(list.ItemType) },
        EnumType values => values.Values[0].Value,
        ScalarType { Name: "Int" or "Long" } => 2,
        ScalarType { Name: "Float" } => 3.14,
        ScalarType { Name: "Boolean" } => true,
        ScalarType => "text",
        _ => Parent,
    };

    private sealed class Everyone : IFieldAuthorizer
    {
        public bool IsSignedIn => true;

        public bool Allows(string permission) => true;
    }
}
