namespace ServiceCrm.GraphQL.Language;

/// <summary>Reads single characters out of UTF-8 that may be damaged.</summary>
internal static class CodePoints
{
    /// <summary>False at the end of the text, for damaged UTF-8 and for lone surrogates.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int codePoint, out int size)
    {
        var status = Rune.DecodeFromUtf8(text, out var rune, out size);
        codePoint = rune.Value;
        return status == OperationStatus.Done;
    }

    /// <summary>How a message shows the character at a position: <c>"a"</c>, <c>U+00E9</c> or <c>&lt;EOF&gt;</c>.</summary>
    public static string Describe(ReadOnlySpan<byte> text, int position)
    {
        if (position >= text.Length)
            return "<EOF>";

        var rest = text[position..];
        var code = TryRead(rest, out var codePoint, out _) ? codePoint : ReadSurrogate(rest) ?? codePoint;
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    private static int? ReadSurrogate(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] == 0xED && text[1] is >= 0xA0 and <= 0xBF && text[2] is >= 0x80 and <= 0xBF
            ? 0xD000 | ((text[1] & 0x3F) << 6) | (text[2] & 0x3F)
            : null;
}
