using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>What is wrong with a row, and where.</summary>
internal sealed record RowProblem(string? Column, string? Value, string Message, string Code);

/// <summary>The mapping of an import, made ready once: which cell goes where. Applied to every row of the file.</summary>
internal sealed class RowMap
{
    private readonly List<(ImportColumn Column, CellReader? Read, CustomField? Field)> _mapped;
    private readonly int _columns;
    private readonly bool _decimalComma;

    public RowMap(Import import, IReadOnlyDictionary<string, CustomField> fields)
    {
        _columns = import.Columns.Count;
        _decimalComma = import.DecimalComma;
        _mapped =
        [
            .. import.Columns.Where(c => c.Target is not null).Select(c => c.Target!.StartsWith(ImportTargets.CustomPrefix, StringComparison.Ordinal)
                ? (c, (CellReader?)null, (CustomField?)fields[c.Target[ImportTargets.CustomPrefix.Length..]])
                : (c, CellReaders.Of(c.Target), null)),
        ];
    }

    /// <summary>Puts the row into the details: empty ones for a new customer, those of an existing one for an update.</summary>
    /// <returns>every problem of the row; none when it can be taken</returns>
    public IReadOnlyList<RowProblem> Apply(FileRow row, CustomerDetails details)
    {
        List<RowProblem>? problems = null;
        if (IsRagged(row))
        {
            return [new RowProblem(null, null, $"The row has {row.Cells.Length} values where the header has {_columns}; look for a stray delimiter or quote.", "RAGGED_ROW")];
        }

        List<KeyValuePair<string, object?>>? custom = null;
        foreach (var (column, read, field) in _mapped)
        {
            var text = Clean(row.Cells[column.Index]);
            if (text.Length == 0)
            {
                continue;
            }

            try
            {
                RefuseBroken(text);
                if (field is null)
                {
                    read!(details, text);
                }
                else
                {
                    (custom ??= new(_mapped.Count)).Add(new(field.Key, CustomFieldValue.ReadText(field, text, _decimalComma)));
                }
            }
            catch (FormatException wrong)
            {
                (problems ??= []).Add(new RowProblem(column.Header, text, wrong.Message, "INVALID_VALUE"));
            }
        }

        details.Custom = custom is null ? details.Custom : details.Custom.With(custom);
        if (problems is null && details.IsEmpty)
        {
            return [new RowProblem(null, null, "The row has neither name, e-mail, telephone nor customer number.", "EMPTY_CUSTOMER")];
        }

        return problems ?? (IReadOnlyList<RowProblem>)[];
    }

    private bool IsRagged(FileRow row) => row.Cells.Length < _columns || row.Cells.AsSpan(_columns).ContainsAnyExcept("");

    /// <summary>Without the blanks around, and without the apostrophe that our own export of refused rows puts before formulas.</summary>
    private static string Clean(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '\'' && FormulaGuard.IsRisky(text[1]) ? text[1..].Trim() : text;
    }

    private static void RefuseBroken(string text)
    {
        if (!SafeText.IsSafe(text) || text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            throw new FormatException("This contains a broken character; the file is probably read in the wrong encoding.");
        }
    }
}
