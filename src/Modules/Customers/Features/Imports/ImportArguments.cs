using System.Diagnostics.CodeAnalysis;

namespace ServiceCrm.Customers;

/// <summary>What the command line asks for.</summary>
internal sealed record ImportArguments(
    string File, IReadOnlyDictionary<string, string>? Map, ExistingRows Existing, string? Delimiter, string? Encoding, bool CreateFields, bool DryRun, bool AllowSuppressed = false)
{
    public static bool TryParse(IReadOnlyList<string> arguments, [NotNullWhen(true)] out ImportArguments? wish, [NotNullWhen(false)] out string? mistake)
    {
        var parsed = new ImportArguments("", null, ExistingRows.Skip, null, null, CreateFields: false, DryRun: false);
        mistake = null;
        for (var i = 0; i < arguments.Count && mistake is null; i++)
        {
            var (name, inline) = Split(arguments[i]);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                (parsed, mistake) = parsed.File.Length == 0 ? (parsed with { File = arguments[i] }, null) : (parsed, $"One file at a time: {arguments[i]} is too many.");
            }
            else if (Flag(parsed, name) is { } flagged)
            {
                parsed = flagged;
            }
            else if ((inline ?? (i + 1 < arguments.Count ? arguments[++i] : null)) is { } value)
            {
                (parsed, mistake) = With(parsed, name, value);
            }
            else
            {
                mistake = $"{name} needs a value.";
            }
        }

        mistake ??= parsed.File.Length == 0 ? "Which file?" : null;
        wish = mistake is null ? parsed : null;
        return wish is not null;
    }

    private static ImportArguments? Flag(ImportArguments parsed, string name) => name switch
    {
        "--create-fields" => parsed with { CreateFields = true },
        "--dry-run" => parsed with { DryRun = true },
        "--allow-suppressed" => parsed with { AllowSuppressed = true },
        _ => null,
    };

    private static (ImportArguments Parsed, string? Mistake) With(ImportArguments parsed, string name, string value)
    {
        switch (name)
        {
            case "--map":
                var pairs = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (Pair: p, At: p.LastIndexOf('='))).ToList();
                return pairs.Find(p => p.At < 1) is { Pair: { } odd }
                    ? (parsed, $"--map takes header=target pairs; “{odd}” is none.")
                    : (parsed with { Map = pairs.DistinctBy(p => p.Pair[..p.At]).ToDictionary(p => p.Pair[..p.At].Trim(), p => p.Pair[(p.At + 1)..].Trim(), StringComparer.OrdinalIgnoreCase) }, null);
            case "--existing":
                return Enum.TryParse<ExistingRows>(value, ignoreCase: true, out var existing) && Enum.IsDefined(existing)
                    ? (parsed with { Existing = existing }, null)
                    : (parsed, "--existing is skip, update or refuse.");
            case "--delimiter":
                return (parsed with { Delimiter = value }, null);
            case "--encoding":
                return (parsed with { Encoding = value }, null);
            default:
                return (parsed, $"There is no option {name}.");
        }
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (argument[..at], argument[(at + 1)..]) : (argument, null);
}
