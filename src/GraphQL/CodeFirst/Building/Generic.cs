using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Closes generic classes over types that are only known while the schema is built. Never used while requests run.</summary>
internal static class Generic
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static object New(Type open, Type[] types, params object?[] arguments)
    {
        try
        {
            return Activator.CreateInstance(open.MakeGenericType(types), Any, binder: null, arguments, culture: null)!;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Capture(inner).Throw();
            throw;
        }
    }

    /// <summary>The type argument with which a type implements or is the open generic interface; null when it does not.</summary>
    public static Type? ArgumentOf(Type type, Type openInterface) => type.IsGenericType && type.GetGenericTypeDefinition() == openInterface
        ? type.GetGenericArguments()[0]
        : Array.Find(type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == openInterface)?.GetGenericArguments()[0];
}
