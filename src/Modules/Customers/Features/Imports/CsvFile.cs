using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Customers;

/// <summary>One record of the file.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Cells">The raw values.</param>
internal sealed record CsvRow(int Number, string[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}

/// <summary>Reads a file as a stream of records; never more of it in memory than one record.</summary>
internal static class CsvFile
{
    // A quote that is never closed would otherwise swallow the rest of the file as one value.
    private const int LongestCell = 1_000_000;

    /// <summary>All records from the header on, blank ones included so that row numbers stay right.</summary>
    /// <exception cref="InvalidInput">when a quote is never closed</exception>
    public static async IAsyncEnumerable<CsvRow> Rows(Stream file, Encoding encoding, string delimiter, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var parser = new CsvParser(reader, Configuration(delimiter));
        for (var number = 1; await Next(parser, number); number++)
        {
            ct.ThrowIfCancellationRequested();
            yield return new CsvRow(number, parser.Record!);
        }
    }

    private static async Task<bool> Next(CsvParser parser, int number)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw new InvalidInput("fileId", $"A value in row {number} is longer than {LongestCell:N0} characters; a quote is probably never closed there.");
        }
    }

    private static CsvConfiguration Configuration(string delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        IgnoreBlankLines = false,
        BadDataFound = null,
        MaxFieldSize = LongestCell,
        BufferSize = 1 << 16,
        CacheFields = false,
    };
}
