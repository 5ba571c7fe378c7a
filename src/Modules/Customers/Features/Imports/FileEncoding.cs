using System.Text;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Finds out in what encoding a file is, and whether it is text at all.</summary>
internal static class FileEncoding
{
    private const int Head = 64 * 1024;

    static FileEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>By byte order mark, else by where the zero bytes are, else UTF-8 when all of it is valid, else Windows-1252.</summary>
    /// <exception cref="InvalidInput">when the file is no text</exception>
    public static async Task<Encoding> Detect(Stream file, CancellationToken ct)
    {
        var buffer = new byte[Head];
        var length = await file.ReadAtLeastAsync(buffer, Head, throwOnEndOfStream: false, ct);
        if (length == 0)
        {
            throw new InvalidInput("fileId", "The file is empty.");
        }

        var head = buffer.AsMemory(0, length);
        if (ByMark(head.Span) is { } marked)
        {
            return marked;
        }

        RefuseKnownFormats(head.Span);
        if (ByZeros(head.Span) is { } wide)
        {
            return wide;
        }

        RefuseBinary(head.Span);
        return await IsUtf8(head, file, ct) ? Encoding.UTF8 : Encoding.GetEncoding("windows-1252");
    }

    /// <summary>An encoding by the name a person chose; UTF-7 is left out, it is no encoding of files.</summary>
    /// <exception cref="InvalidInput">when there is none of that name</exception>
    public static Encoding Named(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name.Trim());
            return encoding.WebName == "utf-7" ? throw new ArgumentException("utf-7", nameof(name)) : encoding;
        }
        catch (ArgumentException)
        {
            throw new InvalidInput("encoding", $"“{SafeText.Cut(SafeText.Mend(name), 40)}” is not a known encoding such as utf-8 or windows-1252.");
        }
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    // In Western text as UTF-16 nearly every second byte is zero, always on the same side.
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return (odd, even) switch
        {
            _ when odd > head.Length / 4 && even == 0 => Encoding.Unicode,
            _ when even > head.Length / 4 && odd == 0 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static void RefuseKnownFormats(ReadOnlySpan<byte> head)
    {
        var format = head switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => "an Excel workbook or another ZIP archive",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel workbook",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
            [0x1F, 0x8B, ..] => "a compressed file",
            [(byte)'{', ..] or [(byte)'[', (byte)'{', ..] => "JSON",
            [(byte)'<', ..] => "HTML or XML",
            _ => null,
        };
        if (format is not null)
        {
            throw new InvalidInput("fileId", $"The file is {format}, not a table of comma-separated values. Save it as CSV first.");
        }
    }

    private static void RefuseBinary(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head)
        {
            controls += b is 0 or (< 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1A or 0x0C)) ? 1 : 0;
        }

        if (controls > head.Length / 1000)
        {
            throw new InvalidInput("fileId", "The file is not a text file. Save the table as CSV first.");
        }
    }

    /// <summary>All of the file, not only its head: one name with an accent may stand in the last row.</summary>
    private static async Task<bool> IsUtf8(ReadOnlyMemory<byte> head, Stream rest, CancellationToken ct)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var chars = new char[Head + 16];
        var buffer = new byte[Head];
        try
        {
            decoder.GetChars(head.Span, chars, flush: false);
            int read;
            while ((read = await rest.ReadAsync(buffer, ct)) > 0)
            {
                decoder.GetChars(buffer.AsSpan(0, read), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
