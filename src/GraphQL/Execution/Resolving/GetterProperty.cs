using System.Buffers.Binary;
using System.Reflection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Tells which property a getter such as <c>x => x.Subject</c> reads, from its compiled code, so that getters stay plain delegates.</summary>
internal static class GetterProperty
{
    private const byte LoadArgument0 = 0x02;
    private const byte LoadArgument1 = 0x03;
    private const byte CallMethod = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte Return = 0x2A;

    /// <summary>The property; null when the getter does anything else.</summary>
    public static PropertyInfo? Of(Delegate getter)
    {
        var method = getter.Method;
        if (method.GetMethodBody()?.GetILAsByteArray() is not [LoadArgument0 or LoadArgument1, CallMethod or CallVirtual, _, _, _, _, Return] code)
            return null;
        var token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(2));
        var called = method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        return called is { IsSpecialName: true } && called.Name.StartsWith("get_", StringComparison.Ordinal) ? called.DeclaringType!.GetProperty(called.Name[4..]) : null;
    }
}
