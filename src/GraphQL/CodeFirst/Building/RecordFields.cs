using System.Reflection;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>The public properties of a record as declared fields.</summary>
internal static class RecordFields
{
    // What C# adds to records on its own.
    private const string EqualityContract = "EqualityContract";

    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0 && !string.Equals(property.Name, EqualityContract, StringComparison.Ordinal));

    /// <summary>An open delegate of the property's getter, typed.</summary>
    public static Delegate Getter(PropertyInfo property) => property.DeclaringType!.IsValueType
        ? ((IGetterFactory)Generic.New(typeof(StructGetter<,>), [property.DeclaringType, property.PropertyType])).Create(property.GetMethod!)
        : property.GetMethod!.CreateDelegate(typeof(Func<,>).MakeGenericType(property.ReflectedType!, property.PropertyType));

    private interface IGetterFactory
    {
        Delegate Create(MethodInfo getter);
    }

    // Instance methods of structs take their object by reference.
    private sealed class StructGetter<T, TValue> : IGetterFactory
        where T : struct
    {
        private delegate TValue RefGetter(ref T value);

        public Delegate Create(MethodInfo getter)
        {
            var read = getter.CreateDelegate<RefGetter>();
            return (Func<T, TValue>)(value => read(ref value));
        }
    }
}
