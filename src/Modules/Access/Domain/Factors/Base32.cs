using System.Text;

namespace ServiceCrm.Access;

/// <summary>RFC 4648, section 6, without padding: what authenticator apps read, and what people can type.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfDigit = 5;
    private const int BitsOfByte = 8;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(((bytes.Length * BitsOfByte) + BitsOfDigit - 1) / BitsOfDigit);
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            buffer = (buffer << BitsOfByte) | one;
            for (bits += BitsOfByte; bits >= BitsOfDigit; bits -= BitsOfDigit)
            {
                text.Append(Alphabet[(buffer >> (bits - BitsOfDigit)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (BitsOfDigit - bits)) & 31]).ToString();
    }
}
