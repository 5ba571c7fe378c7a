namespace ServiceCrm.GraphQL;

/// <summary>One row of a page with its cursor.</summary>
public sealed record Edge<T>(T Node, string Cursor);

/// <summary>One page of a connection. A field that returns it becomes <c>XConnection</c> with edges, nodes, pageInfo and totalCount.</summary>
public sealed class Page<T>
{
    private IReadOnlyList<T>? _nodes;

    public Page(IReadOnlyList<Edge<T>> edges, bool hasNextPage, bool hasPreviousPage, int? totalCount = null)
    {
        Edges = edges;
        TotalCount = totalCount;
        Info = new PageInfo(hasNextPage, hasPreviousPage, edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null);
    }

    /// <summary>The rows with their cursors, in the order of the connection.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>The rows alone.</summary>
    public IReadOnlyList<T> Nodes => _nodes ??= [.. Edges.Select(edge => edge.Node)];

    /// <summary>Whether there is more, and the cursors of both ends.</summary>
    public PageInfo Info { get; }

    /// <summary>How many rows the whole connection has; null when nobody asked.</summary>
    public int? TotalCount { get; }

    /// <summary>The same page with every row shown as something else.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> show) =>
        new([.. Edges.Select(edge => new Edge<TOther>(show(edge.Node), edge.Cursor))], Info.HasNextPage, Info.HasPreviousPage, TotalCount);
}

/// <summary>Relay's PageInfo.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>A page made of one row more than was asked, read in the direction of paging (backward pages come in reversed).</summary>
    /// <param name="rows">At most <see cref="PageArgs.Size"/> + 1 rows.</param>
    /// <param name="args">The arguments the rows were read for.</param>
    /// <param name="cursor">The cursor of a row, usually <see cref="Cursor.Of(object?[])"/> of its sort key and id.</param>
    /// <param name="totalCount">Only when <see cref="PageArgs.WantsTotalCount"/>.</param>
    public static Page<T> FromRows<T>(IReadOnlyList<T> rows, PageArgs args, Func<T, string> cursor, int? totalCount = null)
    {
        var more = rows.Count > args.Size;
        var edges = new List<Edge<T>>(Math.Min(rows.Count, args.Size));
        for (var i = 0; i < rows.Count && i < args.Size; i++)
            edges.Add(new Edge<T>(rows[i], cursor(rows[i])));
        if (args.IsBackward)
            edges.Reverse();
        return args.IsBackward
            ? new Page<T>(edges, hasNextPage: args.Before is not null, hasPreviousPage: more, totalCount)
            : new Page<T>(edges, hasNextPage: more, hasPreviousPage: args.After is not null, totalCount);
    }
}
