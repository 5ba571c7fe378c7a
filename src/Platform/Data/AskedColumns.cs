using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace ServiceCrm.Platform.Data;

/// <summary>Narrows a query to the columns that the fields asked of its rows read.</summary>
internal static class AskedColumns
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// The projection onto these properties: rows that have nothing else filled in, for reading only. Null when one of them is no column of
    /// the entity, such as a computed property or a list of its parts; then the whole entity is needed.
    /// </summary>
    /// <param name="query">Over the entity's table.</param>
    /// <param name="asked">What the fields read.</param>
    /// <param name="more">What the page itself reads: its sort key and id.</param>
    public static Expression<Func<T, T>>? Of<T>(IQueryable<T> query, IReadOnlyCollection<PropertyInfo> asked, params IEnumerable<LambdaExpression> more)
    {
        if (asked.Any(property => !property.DeclaringType!.IsAssignableFrom(typeof(T))))
            return null;
        var root = new Root(typeof(T));
        root.Visit(query.Expression);
        if (root.Entity is not { } entity || typeof(T).GetConstructor(Any, []) is not { } create)
            return null;
        var row = Expression.Parameter(typeof(T), "row");
        var bindings = new List<MemberBinding>();
        foreach (var name in asked.Select(property => property.Name).Concat(more.SelectMany(In)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (entity.FindProperty(name)?.PropertyInfo is not { } property || property.DeclaringType!.GetProperty(name, Any) is not { CanWrite: true } declared)
                return null;
            bindings.Add(Expression.Bind(declared, Expression.Property(row, declared)));
        }

        return Expression.Lambda<Func<T, T>>(Expression.MemberInit(Expression.New(create), bindings), row);
    }

    private static List<string> In(LambdaExpression expression)
    {
        var members = new Members(expression.Parameters[0]);
        members.Visit(expression.Body);
        return members.Names;
    }

    private sealed class Root(Type type) : ExpressionVisitor
    {
        public IEntityType? Entity { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root && root.EntityType.ClrType == type)
                Entity = root.EntityType;
            return node is QueryRootExpression ? node : base.VisitExtension(node);
        }
    }

    private sealed class Members(ParameterExpression row) : ExpressionVisitor
    {
        public List<string> Names { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == row)
                Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }
    }
}
