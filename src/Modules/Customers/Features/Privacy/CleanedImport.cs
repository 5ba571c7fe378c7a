using System.IO.Pipelines;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>
/// The file of an import without the rows of one person: empty lines stand in their place, so that all other rows keep
/// their numbers.
/// </summary>
internal sealed class CleanedImport(Import import, StoredFile file, IReadOnlyList<int> rows, string sha256, long size)
{
    /// <returns>null when the person is not in the file</returns>
    public static async Task<CleanedImport?> Make(Import import, StoredFile file, Person person, FileStore store, CancellationToken ct)
    {
        try
        {
            var rows = new List<int>();
            await foreach (var row in PersonRows.Find(import, file.Sha256, person, store, ct))
            {
                rows.Add(row.Number);
            }

            if (rows.Count == 0)
            {
                return null;
            }

            var (sha256, size) = await Rewrite(import, file.Sha256, rows.ToHashSet(), store, ct);
            return new CleanedImport(import, file, rows, sha256, size);
        }
        catch (NotFound)
        {
            // The content is gone already.
            return null;
        }
    }

    /// <summary>Takes the new file into use, and with the old one what was kept of its rows.</summary>
    public async Task<ErasureReport> Use(CrmDb db, FileStore store, CancellationToken ct)
    {
        var stored = await db.Files.FirstAsync(f => f.Id == file.Id, ct);
        if (stored.Sha256 != file.Sha256)
        {
            throw new Conflict("The file of the import has been replaced in the meantime.");
        }

        stored.Replace(sha256, size);
        var problems = 0;
        foreach (var row in rows)
        {
            var (from, to) = ImportProblem.PlacesOf(row);
            problems += await db.ImportProblems.Where(p => p.ImportId == import.Id && p.Place >= from && p.Place < to).ExecuteDeleteAsync(ct);
        }

        var kept = await db.Imports.FirstAsync(i => i.Id == import.Id, ct);
        if (kept.IsIdle && rows.Count < kept.TotalRows)
        {
            kept.Reread(await ExamineFile.Run(store, sha256, kept.Encoding, kept.Delimiter, await ListCustomFields.InUse(db, ct), ct));
        }
        else
        {
            kept.ForgetSamples();
        }

        return new ErasureReport([new ErasedThing("importRows", Removed: rows.Count), new ErasedThing("importProblems", Removed: problems)], [new ReleasedContent(file.Sha256, file.UploadedAt)]);
    }

    private static async Task<(string Sha256, long Size)> Rewrite(Import import, string sha256, HashSet<int> without, FileStore store, CancellationToken ct)
    {
        var pipe = new Pipe();
        var writing = Task.Run(() => Write(import, sha256, without, store, pipe.Writer, ct), CancellationToken.None);
        await using var content = pipe.Reader.AsStream();
        var written = await store.Write(content, long.MaxValue, ct);
        await writing;
        return written;
    }

    private static async Task Write(Import import, string sha256, HashSet<int> without, FileStore store, PipeWriter target, CancellationToken ct)
    {
        try
        {
            var encoding = FileEncoding.Named(import.Encoding);
            await using (var text = new StreamWriter(target.AsStream(leaveOpen: true), encoding))
            await using (var old = store.Open(sha256))
            {
                await foreach (var row in CsvFile.Rows(old, encoding, import.Delimiter, ct))
                {
                    await text.WriteAsync(without.Contains(row.Number) ? "\r\n".AsMemory() : Line(row.Cells, import.Delimiter), ct);
                }
            }

            await target.CompleteAsync();
        }
        catch (Exception failure)
        {
            await target.CompleteAsync(failure);
        }
    }

    private static ReadOnlyMemory<char> Line(IReadOnlyList<string> cells, string delimiter)
    {
        var line = new StringBuilder();
        foreach (var (i, cell) in cells.Index())
        {
            var quoted = cell.AsSpan().ContainsAny($"{delimiter}\"\r\n") || cell.Length != cell.Trim().Length;
            line.Append(i == 0 ? "" : delimiter).Append(quoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        return line.Append("\r\n").ToString().AsMemory();
    }
}
