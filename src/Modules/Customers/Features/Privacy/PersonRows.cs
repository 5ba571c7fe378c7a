using System.Runtime.CompilerServices;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

internal static class PersonRows
{
    /// <summary>The rows of an import's file that speak of a person.</summary>
    public static async IAsyncEnumerable<FileRow> Find(Import import, string sha256, Person person, FileStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = store.Open(sha256);
        await foreach (var row in CsvFile.Rows(file, FileEncoding.Named(import.Encoding), import.Delimiter, ct))
        {
            if (row.Number > 1 && !row.IsBlank && person.IsIn(row, import))
            {
                yield return row;
            }
        }
    }
}
