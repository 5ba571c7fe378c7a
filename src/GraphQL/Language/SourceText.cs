namespace ServiceCrm.GraphQL.Language;

/// <summary>A GraphQL document as UTF-8 bytes (spec section 2.1.1). Lines and columns are computed only when somebody asks, that is for errors.</summary>
public sealed class SourceText
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private List<int>? _lineStarts;

    /// <summary>Takes the bytes as they are. They need not be valid UTF-8: the lexer reports what is not.</summary>
    public SourceText(ReadOnlyMemory<byte> utf8, string name = "GraphQL request")
    {
        _utf8 = utf8;
        Name = name;
    }

    /// <summary>Encodes a string. A lone surrogate keeps its identity (three bytes), so that the lexer can name it in its error.</summary>
    public SourceText(string text, string name = "GraphQL request")
        : this(Encode(text), name)
    {
    }

    /// <summary>What the document is called in messages to people.</summary>
    public string Name { get; }

    /// <summary>The document.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    /// <summary>Length in bytes.</summary>
    public int Length => _utf8.Length;

    /// <summary>The text of a part of the document.</summary>
    public string GetText(Location location) => Encoding.UTF8.GetString(Utf8[location.Start..location.End]);

    /// <summary>Line and column of a byte offset. Line ends are LF, CR LF and CR (spec section 2.1.3).</summary>
    public SourceLocation GetLocation(int offset)
    {
        offset = Math.Min(offset, Length);
        var lines = _lineStarts ??= FindLineStarts();
        var found = lines.BinarySearch(offset);
        var line = found < 0 ? ~found - 1 : found;
        return new SourceLocation(line + 1, 1 + CountUtf16(Utf8[lines[line]..offset]));
    }

    private List<int> FindLineStarts()
    {
        var utf8 = Utf8;
        var starts = new List<int> { 0 };
        for (var i = utf8.IndexOfAny((byte)'\r', (byte)'\n'); i < utf8.Length && i >= 0;)
        {
            i += utf8[i..].StartsWith("\r\n"u8) ? 2 : 1;
            starts.Add(i);
            var next = utf8[i..].IndexOfAny((byte)'\r', (byte)'\n');
            i = next < 0 ? -1 : i + next;
        }

        return starts;
    }

    private static int CountUtf16(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8))
            return utf8.Length;

        var units = 0;
        foreach (var value in utf8)
        {
            // Every byte that does not continue a sequence starts one unit; four-byte sequences are two units.
            units += (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
        }

        return units;
    }

    private static byte[] Encode(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var written = 0;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = System.Text.Unicode.Utf8.FromUtf16(rest, bytes.AsSpan(written), out var read, out var count, replaceInvalidSequences: false);
            written += count;
            rest = rest[read..];
            if (status != OperationStatus.Done && !rest.IsEmpty)
            {
                var unit = rest[0];
                bytes[written++] = (byte)(0xE0 | (unit >> 12));
                bytes[written++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                bytes[written++] = (byte)(0x80 | (unit & 0x3F));
                rest = rest[1..];
            }
        }

        return bytes.AsSpan(0, written).ToArray();
    }
}
