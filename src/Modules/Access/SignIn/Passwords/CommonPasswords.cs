using System.Collections.Frozen;
using System.IO.Compression;

namespace ServiceCrm.Access;

/// <summary>Passwords that guessers try first (see THIRD-PARTY-NOTICES.md). Compared without case.</summary>
internal static class CommonPasswords
{
    /// <summary>What people hang on a common word to satisfy a rule: as many characters do not make it another password.</summary>
    private const int Ornament = 6;

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <summary>Whether it is one of them, or one of them with a few digits and signs around it.</summary>
    public static bool Contains(string password)
    {
        var key = password.ToUpperInvariant();
        var word = key.Trim([.. key.Where(c => !char.IsLetter(c)).Distinct()]);
        return All.Value.Contains(key) || (word.Length > 0 && key.Length - word.Length <= Ornament && All.Value.Contains(word));
    }

    private static FrozenSet<string> Read()
    {
        using var stored = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt.gz")
            ?? throw new InvalidOperationException("The list of common passwords is missing.");
        using var text = new StreamReader(new GZipStream(stored, CompressionMode.Decompress));
        var all = new List<string>();
        while (text.ReadLine() is { } line)
        {
            all.Add(line);
        }

        return all.ToFrozenSet(StringComparer.Ordinal);
    }
}
