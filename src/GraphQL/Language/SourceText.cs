using System.Buffers;
using System.Text;

namespace ServiceCrm.GraphQL.Language;

/// <summary>A GraphQL document as UTF-8 bytes (spec section 2.1.1). Lines and columns are computed only when somebody asks, that is for errors.</summary>
public sealed class SourceText
{
    private readonly ReadOnlyMemory<byte> _utf8;

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
        var before = Utf8[..Math.Min(offset, Length)];
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
            else if (before[i] == '\r')
            {
                // A CR that ends the slice counts only when no LF follows it in the document: CR LF is one line end.
                if (i + 1 < Length && Utf8[i + 1] == '\n')
                {
                    continue;
                }

                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, 1 + CountUtf16(before[lineStart..]));
    }

    private static int CountUtf16(ReadOnlySpan<byte> utf8)
    {
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
