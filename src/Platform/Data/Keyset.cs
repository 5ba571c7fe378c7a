using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>The direction of a list; one type, because every module's lists name it in the schema.</summary>
public enum SortDirection
{
    Asc,
    Desc,
}

/// <summary>
/// Pages by (sort key, id): as quick on page 1,000 as on page 1, and stable while rows come and go. The sort key must
/// never be null; a nullable column is sorted by a coalesced expression.
/// </summary>
public static class Keyset
{
    /// <remarks>Reads only the columns that the fields asked of the nodes need, when these are columns; what else a row has is then not filled in.</remarks>
    /// <param name="query">Already filtered.</param>
    /// <param name="args">What the client asked.</param>
    /// <param name="key">A string, number or instant.</param>
    /// <param name="id">Breaks ties.</param>
    /// <param name="descending">The order of the list.</param>
    /// <param name="ct">Stops the query.</param>
    public static async Task<Page<T>> ToPage<T, TKey, TId>(
        this IQueryable<T> query,
        PageArgs args,
        Expression<Func<T, TKey>> key,
        Expression<Func<T, TId>> id,
        bool descending,
        CancellationToken ct)
        where TId : struct, IEntityId<TId>
    {
        var total = args.WantsTotalCount ? await query.CountAsync(ct) : (int?)null;
        if (!args.WantsNodes)
        {
            return new Page<T>([], hasNextPage: false, hasPreviousPage: false, total);
        }

        var down = descending != args.IsBackward;
        if (args.Start is { } cursor)
        {
            var (at, tie) = Cursor.Read<TKey, Guid>(cursor);
            query = query.Where(Behind(key, id, at, TId.From(tie), down));
        }

        var ordered = down ? query.OrderByDescending(key).ThenByDescending(id) : query.OrderBy(key).ThenBy(id);
        var page = ordered.Take(args.Size + 1);
        if (args.NodeProperties is { } asked && AskedColumns.Of(query, asked, key, id) is { } columns)
        {
            page = page.Select(columns);
        }

        var rows = await page.ToListAsync(ct);
        var keyOf = key.Compile();
        var idOf = id.Compile();
        return Page.FromRows(rows, args, row => Cursor.Of(keyOf(row), idOf(row).Value), total);
    }

    private static Expression<Func<T, bool>> Behind<T, TKey, TId>(Expression<Func<T, TKey>> key, Expression<Func<T, TId>> id, TKey at, TId tie, bool down)
        where TId : struct, IEntityId<TId>
    {
        var row = key.Parameters[0];
        var idBody = new Swap(id.Parameters[0], row).Visit(id.Body)!;
        var atValue = Parameter(at);
        var tieValue = Parameter(tie);
        var beyond = Compare(key.Body, atValue, down);
        var same = Expression.Equal(key.Body, atValue);
        var method = Order<TId>.Method;
        var tieBeyond = down
            ? Expression.LessThan(idBody, tieValue, liftToNull: false, method)
            : Expression.GreaterThan(idBody, tieValue, liftToNull: false, method);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(beyond, Expression.AndAlso(same, tieBeyond)), row);
    }

    private static BinaryExpression Compare(Expression key, Expression at, bool down)
    {
        if (key.Type != typeof(string))
        {
            return down ? Expression.LessThan(key, at) : Expression.GreaterThan(key, at);
        }

        var compared = Expression.Call(typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!, key, at);
        return down ? Expression.LessThan(compared, Expression.Constant(0)) : Expression.GreaterThan(compared, Expression.Constant(0));
    }

    /// <summary>A captured value, so that EF sends it as a parameter and caches one plan for every page.</summary>
    private static MemberExpression Parameter<TValue>(TValue value) =>
        Expression.Field(Expression.Constant(new Box<TValue>(value)), nameof(Box<TValue>.Value));

    private sealed class Box<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }

    /// <summary>Lets an ordering operator stand between typed ids in an expression; only the database ever evaluates it.</summary>
    private static class Order<TId> where TId : struct, IEntityId<TId>
    {
        public static readonly MethodInfo Method = typeof(Order<TId>).GetMethod(nameof(Compares), BindingFlags.NonPublic | BindingFlags.Static)!;

        private static bool Compares(TId left, TId right) =>
            throw new InvalidOperationException($"{left} and {right} are compared by the database only.");
    }
}
