using System.Buffers.Binary;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Access;

/// <summary>Reads of a picture what it is and how large, from its first bytes; the name and the type that came with it prove nothing.</summary>
internal static class AvatarImage
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostPixels = 2_048;
    private const int HeadBytes = 64 * 1024;

    /// <exception cref="InvalidInput">when it is no PNG, JPEG or WebP, is another one than it says, or is too large</exception>
    public static async Task Check(StoredFile file, FileStore store, CancellationToken ct)
    {
        if (file.Size > MostBytes)
        {
            throw new InvalidInput("fileId", "A picture has at most 2 MB.");
        }

        await using var content = store.Open(file.Sha256);
        var head = new byte[HeadBytes];
        var read = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, ct);
        if (Read(head.AsSpan(0, read)) is not { } image || image.Type != file.ContentType)
        {
            throw new InvalidInput("fileId", "Choose a picture in PNG, JPEG or WebP.");
        }

        if (image.Width is < 1 or > MostPixels || image.Height is < 1 or > MostPixels)
        {
            throw new InvalidInput("fileId", $"A picture has at most {MostPixels} pixels each way.");
        }
    }

    /// <summary>Null when it is none of the three.</summary>
    public static (string Type, int Width, int Height)? Read(ReadOnlySpan<byte> head)
    {
        if (head.Length > 24 && head[0] == 0x89 && head[1..8].SequenceEqual("PNG\r\n\u001a\n"u8))
        {
            return ("image/png", BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        }

        if (head.Length > 30 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP(head);
        }

        return head.Length > 4 && head[0] == 0xFF && head[1] == 0xD8 ? Jpeg(head) : null;
    }

    private static (string Type, int Width, int Height)? WebP(ReadOnlySpan<byte> head)
    {
        const string Type = "image/webp";
        var kind = head[12..16];
        if (kind.SequenceEqual("VP8 "u8))
        {
            return (Type, BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF);
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return (Type, (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8X"u8) ? (Type, (head[24] | (head[25] << 8) | (head[26] << 16)) + 1, (head[27] | (head[28] << 8) | (head[29] << 16)) + 1) : null;
    }

    // The frame header, among segments that begin with FF, a kind and a length.
    private static (string Type, int Width, int Height)? Jpeg(ReadOnlySpan<byte> head)
    {
        var at = 2;
        while (at + 9 < head.Length && head[at] == 0xFF)
        {
            var kind = head[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += kind == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return null;
    }
}
