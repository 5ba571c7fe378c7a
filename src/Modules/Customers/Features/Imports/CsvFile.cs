using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Customers;

/// <summary>One record of the file.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Cells">The raw values.</param>
internal sealed record FileRow(int Number, string[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}

/// <summary>Reads a file as a stream of records; never more of it in memory than one record.</summary>
internal static class CsvFile
{
    // A quote that is never closed would otherwise swallow the rest of the file as one value.
    private const int LongestRecord = 2 * 1024 * 1024;

    /// <summary>All records from the header on, blank ones included so that row numbers stay right.</summary>
    /// <exception cref="InvalidInput">when a quote is never closed</exception>
    public static async IAsyncEnumerable<FileRow> Rows(Stream file, Encoding encoding, string delimiter, [EnumeratorCancellation] CancellationToken ct)
    {
        var unclosed = false;
        var options = new CsvReaderOptions
        {
            Separator = delimiter[0],
            HasHeader = false,
            SkipEmptyLines = false,
            PoolStrings = true,
            MaxRecordSize = LongestRecord,
            OnMalformedRecord = wrong => unclosed |= wrong.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        for (var number = 1; await Next(reader, number, ct); number++)
        {
            if (unclosed)
            {
                throw Unclosed(number);
            }

            yield return new FileRow(number, reader.Current.ToArray());
        }
    }

    private static async Task<bool> Next(CsvReader reader, int number, CancellationToken ct)
    {
        try
        {
            return await reader.ReadAsync(ct);
        }
        catch (CsvFormatException)
        {
            throw Unclosed(number);
        }
    }

    private static InvalidInput Unclosed(int number) => new("fileId", $"In row {number} a quote is opened and never closed.");
}
