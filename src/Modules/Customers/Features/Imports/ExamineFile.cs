using System.Text;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Reads a file once from end to end: what it is, what its columns hold and where they probably belong.</summary>
internal static class ExamineFile
{
    private const int MostColumns = 500;
    private const int SampleRows = 10;
    private const int LongestSample = 200;

    /// <exception cref="InvalidInput">when the file is no table with a header and at least one row</exception>
    public static async Task<FileShape> Run(FileStore store, string sha256, string? encodingName, string? delimiter, IReadOnlyDictionary<string, CustomField> fields, CancellationToken ct)
    {
        var encoding = encodingName is null ? await Detect(store, sha256, ct) : FileEncoding.Named(encodingName);
        delimiter = delimiter is null ? Delimiters.Guess(await Head(store, sha256, encoding, ct)) : KnownDelimiter(delimiter);
        await using var file = store.Open(sha256);
        await using var rows = CsvFile.Rows(file, encoding, delimiter, ct).GetAsyncEnumerator(ct);
        var columns = await Header(rows);
        var samples = new List<IReadOnlyList<string>>();
        var total = 0;
        while (await rows.MoveNextAsync())
        {
            if (rows.Current.IsBlank)
            {
                continue;
            }

            total++;
            var cells = rows.Current.Cells;
            if (samples.Count < SampleRows)
            {
                samples.Add([.. cells.Select(c => SafeText.Cut(SafeText.Mend(c), LongestSample))]);
            }

            for (var i = 0; i < Math.Min(cells.Length, columns.Count); i++)
            {
                columns[i].See(cells[i], decimalComma: delimiter == ";");
            }
        }

        return total == 0
            ? throw new InvalidInput("fileId", "The file has a header but no rows.")
            : new FileShape(encoding.WebName, delimiter, ColumnSuggestions.For(columns, total, fields), samples, total);
    }

    /// <exception cref="InvalidInput">when it is none of the signs that can part columns</exception>
    private static string KnownDelimiter(string given)
    {
        var delimiter = given is "\\t" or "tab" or "TAB" ? "\t" : given;
        return Delimiters.Known.Contains(delimiter) ? delimiter : throw new InvalidInput("delimiter", "Columns are parted by a comma, semicolon, tab or vertical bar.");
    }

    private static async Task<Encoding> Detect(FileStore store, string sha256, CancellationToken ct)
    {
        await using var file = store.Open(sha256);
        return await FileEncoding.Detect(file, ct);
    }

    private static async Task<string> Head(FileStore store, string sha256, Encoding encoding, CancellationToken ct)
    {
        await using var file = store.Open(sha256);
        using var reader = new StreamReader(file, encoding);
        var head = new char[64 * 1024];
        return new string(head, 0, await reader.ReadBlockAsync(head, ct));
    }

    private static async Task<List<ColumnSight>> Header(IAsyncEnumerator<FileRow> rows)
    {
        if (!await rows.MoveNextAsync() || rows.Current.IsBlank)
        {
            throw new InvalidInput("fileId", "The first row is empty; it must name the columns.");
        }

        var names = rows.Current.Cells;
        if (names.Length > MostColumns)
        {
            throw new InvalidInput("fileId", $"The file has {names.Length} columns; at most {MostColumns} are possible.");
        }

        var columns = new List<ColumnSight>();
        foreach (var (i, name) in names.Index())
        {
            var header = string.IsNullOrWhiteSpace(name) ? $"Column {i + 1}" : SafeText.Cut(SafeText.Mend(name.Trim()), 150);
            var twins = columns.Count(c => c.Header == header || c.Header.StartsWith(header + " (", StringComparison.Ordinal));
            columns.Add(new ColumnSight(i, twins == 0 ? header : $"{header} ({twins + 1})"));
        }

        return columns;
    }
}
