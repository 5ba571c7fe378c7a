using System.Buffers.Text;

namespace ServiceCrm.GraphQL;

/// <summary>Global ids: the type's name, an underscore and the 16 big-endian bytes of a GUID in unpadded base64url, as in <c>Ticket_AZ...</c>.</summary>
public static class GlobalId
{
    private const int EncodedLength = 22;

    /// <summary>The global id of an object.</summary>
    public static string Encode(string typeName, Guid id) => string.Create(typeName.Length + 1 + EncodedLength, (typeName, id), static (target, state) =>
    {
        state.typeName.CopyTo(target);
        target[state.typeName.Length] = '_';
        Span<byte> bytes = stackalloc byte[16];
        state.id.TryWriteBytes(bytes, bigEndian: true, out _);
        Base64Url.EncodeToChars(bytes, target[(state.typeName.Length + 1)..]);
    });

    /// <summary>Strict reading: another type's name, another length, padding or unused bits that are set make it false.</summary>
    public static bool TryDecode(string? text, string typeName, out Guid id)
    {
        id = default;
        if (text is null || text.Length != typeName.Length + 1 + EncodedLength || text[typeName.Length] != '_' || !text.StartsWith(typeName, StringComparison.Ordinal))
            return false;
        return TryDecode(text.AsSpan(typeName.Length + 1), out id);
    }

    /// <summary>The type's name of a global id, for <c>node(id:)</c>; null when the text is none.</summary>
    public static string? TypeName(string text)
    {
        var at = text.Length - EncodedLength - 1;
        return at > 0 && text[at] == '_' ? text[..at] : null;
    }

    private static bool TryDecode(ReadOnlySpan<char> encoded, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id = default;
        if (!IsCanonical(encoded) || !Base64Url.TryDecodeFromChars(encoded, bytes, out var written) || written != 16)
            return false;
        id = new Guid(bytes, bigEndian: true);
        return true;
    }

    // 22 characters carry 132 bits; the last four must be zero or one object would have sixteen ids. Base64Url skips white space, we do not.
    private static bool IsCanonical(ReadOnlySpan<char> encoded)
    {
        foreach (var c in encoded)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }

        return encoded[^1] is 'A' or 'Q' or 'g' or 'w';
    }
}
