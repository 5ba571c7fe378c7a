using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Host.Verbs;

/// <summary>The settings by name, so that a slip on the command line is told and not ignored.</summary>
internal static partial class Settings
{
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "urls", "environment", "contentRoot", "applicationName", "AllowedHosts", "Kestrel", "Logging", "Telemetry", "OTEL_EXPORTER_OTLP_ENDPOINT",
    };

    private static readonly Dictionary<string, Type> Sections = ModuleList.All.Select(m => m.GetType().Assembly)
        .Append(typeof(Platform.Data.CrmDb).Assembly).Append(typeof(Settings).Assembly)
        .SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal))
        .ToDictionary(SectionOf, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartRefusedException">when an argument is no setting, or has no value</exception>
    public static void Check(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                throw new StartRefusedException($"“{argument}” is not an option. Options begin with --; “help” lists them.");
            }

            var parts = argument[2..].Split('=', 2);
            if (!IsKnown(parts[0]))
            {
                throw new StartRefusedException($"There is no option --{parts[0]}. “help” lists the usual ones, docs/operating.md all of them.");
            }

            if (parts.Length == 1 && ++i == arguments.Count)
            {
                throw new StartRefusedException($"--{parts[0]} needs a value.");
            }
        }
    }

    /// <summary>What is wrong with a value, by the name under which it is set.</summary>
    public static string Explain(OptionsValidationException wrong)
    {
        var section = SectionOf(wrong.OptionsType);
        return string.Join(' ', wrong.Failures.Select(failure => Annotation().Match(failure) is { Success: true } match
            ? $"{(section.Length == 0 ? "" : section + ":")}{match.Groups["member"].Value} is wrong: {match.Groups["error"].Value}"
            : failure));
    }

    private static bool IsKnown(string key)
    {
        var parts = key.Split(':');
        if (Others.Contains(parts[0]) || Has(typeof(Platform.Modules.DataDirectoryOptions), parts[0]))
        {
            return true;
        }

        return parts.Length > 1 && Sections.TryGetValue(parts[0], out var section) && Has(section, parts[1]);
    }

    private static bool Has(Type options, string property) => options.GetProperties().Any(p => p.Name.Equals(property, StringComparison.OrdinalIgnoreCase));

    private static string SectionOf(Type options) => options.Name switch
    {
        "DataDirectoryOptions" => "",
        "FileOptions" => "Files",
        var name => name[..^"Options".Length],
    };

    [GeneratedRegex("members: '(?<member>[^']*)' with the error: '(?<error>.*)'", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Annotation();
}
