using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Gives one parameter of a resolver its value.</summary>
internal abstract class ParameterBinder<T>
{
    public abstract T Get(in ResolveCall call);
}

internal sealed class CancellationBinder : ParameterBinder<CancellationToken>
{
    public override CancellationToken Get(in ResolveCall call) => call.Run.Cancellation;
}

internal sealed class ParentBinder<T> : ParameterBinder<T>
{
    public override T Get(in ResolveCall call) => (T)call.Parent;
}

/// <summary>The id of the object, for fields that another module adds.</summary>
internal sealed class ParentIdBinder<TParent, TId>(Func<TParent, TId> id) : ParameterBinder<TId>
{
    public override TId Get(in ResolveCall call) => id((TParent)call.Parent);
}

internal sealed class ServiceBinder<T> : ParameterBinder<T>
    where T : notnull
{
    public override T Get(in ResolveCall call) => call.Run.Services.GetRequiredService<T>();
}

internal sealed class ArgumentBinder<T>(int index, object? fallback) : ParameterBinder<T>
{
    public override T Get(in ResolveCall call)
    {
        var value = call.Field.Info.Arguments.Values(call.Run)[index];
        return (T)(value is Absent ? fallback : value)!;
    }
}

internal sealed class ContextBinder : ParameterBinder<FieldContext>
{
    public override FieldContext Get(in ResolveCall call) => new CallContext(call.Run, call.Field, call.Table, call.Row);
}

/// <summary>The four paging arguments, checked, with what the selection asks of the page.</summary>
internal sealed class PageArgsBinder(int firstIndex) : ParameterBinder<PageArgs>
{
    private const string InvalidCode = "BAD_USER_INPUT";

    public override PageArgs Get(in ResolveCall call)
    {
        var values = call.Field.Info.Arguments.Values(call.Run);
        var args = new PageArgs(
            values[firstIndex] as int?, values[firstIndex + 1] as string, values[firstIndex + 2] as int?, values[firstIndex + 3] as string)
        {
            WantsNodes = Selections.IsSelected(call.Run, call.Field, "edges") || Selections.IsSelected(call.Run, call.Field, "nodes") || Selections.IsSelected(call.Run, call.Field, "pageInfo"),
            NodeProperties = call.Field.Info.NodeProperties,
            WantsTotalCount = Selections.IsSelected(call.Run, call.Field, "totalCount"),
        };
        Check("first", args.First);
        Check("last", args.Last);
        if (args.First is not null && args.Last is not null)
            throw new GraphQLFieldException(InvalidCode, "Give either \"first\" or \"last\", not both.");
        return args;
    }

    private static void Check(string name, int? value)
    {
        if (value is < 0 or > PageArgs.MaxSize)
            throw new GraphQLFieldException(InvalidCode, $"\"{name}\" must be between 0 and {PageArgs.MaxSize}.");
    }
}

/// <summary>A resolver's view of its place.</summary>
internal sealed class CallContext(RequestRun run, PlanField planned, Table? table, int row) : FieldContext
{
    public override string FieldName => planned.Info.Name;

    public override IServiceProvider Services => run.Services;

    public override ImmutableArray<PathSegment> Path =>
        [.. table is null ? run.Path() : PathOf(table, row), planned.Info.ResponseName];

    public override bool IsSelected(string path) => Selections.IsSelected(run, planned, path);

    // A row of a table belongs to one row of the column it came from, and so on up to the root.
    private static ImmutableArray<PathSegment> PathOf(Table table, int row)
    {
        var path = new List<PathSegment>();
        while (table.Source is { } source)
        {
            var parent = source.RowOfChild(row);
            if (source.Field.Info.IsList)
                path.Add(row - source.StartOf(parent));
            path.Add(source.Field.Info.ResponseName);
            (table, row) = (source.Table, parent);
        }

        path.Reverse();
        return [.. table.RootPath?.Invoke(row) ?? [], .. path];
    }
}
