using System.Buffers.Text;
using System.Text.Unicode;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// One growing pooled buffer of UTF-8 JSON. Unlike an <see cref="IBufferWriter{T}"/> it can be cut back to a mark, which is how a null that
/// propagates takes away what was already written.
/// </summary>
internal sealed class Utf8Output
{
    private const int InitialSize = 16 * 1024;

    // What must be escaped in a JSON string, for the vectorised search: control characters, quote and backslash. U+2028 and U+2029 may stay.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    public int Length => _length;

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void CutBack(int length) => _length = length;

    public void Release()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(byte value)
    {
        if (_length == _buffer.Length)
            Grow(1);
        _buffer[_length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _length < bytes.Length)
            Grow(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(int value)
    {
        Utf8Formatter.TryFormat(value, Space(11), out var written);
        _length += written;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Space(20), out var written);
        _length += written;
    }

    public void Number(decimal value)
    {
        value.TryFormat(Space(40), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a finite double in its shortest form; whole numbers of common size without going through the general formatter.</summary>
    public void Number(double value)
    {
        var whole = (long)value;
        if (whole == value && whole is > -1_000_000_000_000_000 and < 1_000_000_000_000_000 && (whole != 0 || !double.IsNegative(value)))
        {
            Number(whole);
            return;
        }

        value.TryFormat(Space(32), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes any other value that formats itself as text needing no escapes, in quotes.</summary>
    public void Quoted<T>(T value, int maxBytes, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Raw((byte)'"');
        value.TryFormat(Space(maxBytes), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
        Raw((byte)'"');
    }

    public void String(ReadOnlySpan<char> value)
    {
        var target = Space((value.Length * 3) + 2);
        target[0] = (byte)'"';
        if (value.IndexOfAny(Escaped) < 0)
        {
            // Lone surrogates become U+FFFD: the answer must be valid UTF-8 whatever a resolver returns.
            Utf8.FromUtf16(value, target[1..], out _, out var written, replaceInvalidSequences: true);
            target[written + 1] = (byte)'"';
            _length += written + 2;
            return;
        }

        _length++;
        EscapedParts(value);
        Raw((byte)'"');
    }

    private void EscapedParts(ReadOnlySpan<char> value)
    {
        while (true)
        {
            var at = value.IndexOfAny(Escaped);
            var plain = at < 0 ? value : value[..at];
            Utf8.FromUtf16(plain, Space(plain.Length * 3), out _, out var written, replaceInvalidSequences: true);
            _length += written;
            if (at < 0)
                return;
            Escape(value[at]);
            value = value[(at + 1)..];
        }
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\r': Raw("\\r"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\f': Raw("\\f"u8); break;
            default:
                Raw("\\u00"u8);
                Raw((byte)(c < 0x10 ? '0' : '1'));
                Raw((byte)"0123456789abcdef"[c & 0xF]);
                break;
        }
    }

    private Span<byte> Space(int size)
    {
        if (_buffer.Length - _length < size)
            Grow(size);
        return _buffer.AsSpan(_length);
    }

    private void Grow(int needed)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _length + needed)));
        _buffer.AsSpan(0, _length).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = bigger;
    }
}
