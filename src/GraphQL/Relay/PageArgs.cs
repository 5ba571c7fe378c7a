using System.Reflection;

namespace ServiceCrm.GraphQL;

/// <summary>The paging arguments of a connection field: <c>first</c>, <c>after</c>, <c>last</c>, <c>before</c>, already checked.</summary>
/// <param name="First">How many from the start, or null.</param>
/// <param name="After">The cursor to start behind, or null.</param>
/// <param name="Last">How many from the end, or null.</param>
/// <param name="Before">The cursor to end before, or null.</param>
public sealed record PageArgs(int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>The most rows a page may have.</summary>
    public const int MaxSize = 100;

    /// <summary>The rows of a page when the client gives neither <c>first</c> nor <c>last</c>.</summary>
    public const int DefaultSize = 50;

    /// <summary>False when neither edges, nodes nor page info are asked: no row needs to be read.</summary>
    public bool WantsNodes { get; init; } = true;

    /// <summary>True when <c>totalCount</c> is asked.</summary>
    public bool WantsTotalCount { get; init; }

    /// <summary>
    /// The C# properties of the nodes that the asked fields read, so that a query need not fetch more; null when a field reads something else
    /// than a property, and so whole objects are needed.
    /// </summary>
    public IReadOnlyCollection<PropertyInfo>? NodeProperties { get; init; }

    /// <summary>True when the page is counted from the end (<c>last</c>).</summary>
    public bool IsBackward => First is null && Last is not null;

    /// <summary>How many rows the page may have; read one more to know whether there is a further page.</summary>
    public int Size => First ?? Last ?? DefaultSize;

    /// <summary>The cursor at which reading starts, in the direction of reading, or null.</summary>
    public string? Start => IsBackward ? Before : After;
}
