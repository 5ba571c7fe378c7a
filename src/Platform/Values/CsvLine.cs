using System.Text;

namespace ServiceCrm.Platform.Values;

/// <summary>Lines of CSV files that people open in spreadsheets (RFC 4180, with guarded formulas).</summary>
public static class CsvLine
{
    /// <summary>The cells as one line with its line end.</summary>
    public static string Of(IEnumerable<string> cells, string delimiter = ",")
    {
        var line = new StringBuilder();
        foreach (var (i, cell) in cells.Index())
        {
            var guarded = FormulaGuard.Guard(cell);
            var quoted = guarded.AsSpan().ContainsAny($"{delimiter}\"\r\n") || guarded.Length != guarded.Trim().Length;
            line.Append(i == 0 ? "" : delimiter).Append(quoted ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded);
        }

        return line.Append("\r\n").ToString();
    }
}
