using System.Buffers.Binary;
using System.Reflection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Tells what a getter such as <c>x => x.Subject</c> reads, from its compiled code, so that getters stay plain delegates.</summary>
internal static class GetterProperty
{
    private const byte LoadArgument0 = 0x02;
    private const byte LoadArgument1 = 0x03;
    private const byte CallMethod = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte LoadField = 0x7B;
    private const byte Return = 0x2A;

    /// <summary>The property that is read and nothing else; null when the getter does otherwise.</summary>
    public static PropertyInfo? Of(Delegate getter) => MemberOf(getter.Method) as PropertyInfo;

    /// <summary>The property or field that is read and nothing else.</summary>
    public static MemberInfo? MemberOf(MethodInfo getter)
    {
        if (getter.GetMethodBody()?.GetILAsByteArray() is not [LoadArgument0 or LoadArgument1, CallMethod or CallVirtual or LoadField, _, _, _, _, Return] code)
            return null;
        var read = getter.Module.ResolveMember(
            BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(2)), getter.DeclaringType?.GetGenericArguments(), getter.IsGenericMethod ? getter.GetGenericArguments() : null);
        return read is MethodInfo { IsSpecialName: true } accessor && accessor.Name.StartsWith("get_", StringComparison.Ordinal)
            ? accessor.DeclaringType!.GetProperty(accessor.Name[4..], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            : read as FieldInfo;
    }
}
