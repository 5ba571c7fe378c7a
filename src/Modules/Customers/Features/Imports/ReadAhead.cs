using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>A row of the file as the mapping reads it: the details of a new customer, or what is wrong.</summary>
internal sealed record ReadRow(FileRow Row, CustomerDetails Details, IReadOnlyList<RowProblem> Problems)
{
    private BulkRow? _draft;

    /// <summary>Makes the customer ready for the case that there is none yet, which is the common one.</summary>
    public void Draft(ImportId import, DateTimeOffset at)
    {
        if (Problems.Count == 0)
        {
            _draft = BulkRow.Of(Customer.Import(Details, import, at));
        }
    }

    /// <summary>The customer that was made ready; only once, since a batch that is tried again must start from new objects.</summary>
    public BulkRow? TakeDraft() => Interlocked.Exchange(ref _draft, null);
}

/// <summary>Reads and maps the rows of a file while the batch before is being written; at most two batches wait.</summary>
internal static class ReadAhead
{
    private const int Waiting = 2;

    /// <summary>The rows behind row <paramref name="after"/>, the last one that is done already.</summary>
    /// <exception cref="InvalidInput">when a quote is never closed; the batches before it come first</exception>
    public static async IAsyncEnumerable<IReadOnlyList<ReadRow>> Batches(FileStore store, string sha256, Import import, RowMap map, int after, int size, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var batches = Channel.CreateBounded<IReadOnlyList<ReadRow>>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    await Read(batches.Writer, store, sha256, import, map, after, size, clock, stop.Token);
                    batches.Writer.Complete();
                }
                catch (Exception failure)
                {
                    batches.Writer.Complete(failure);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct))
            {
                yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task Read(ChannelWriter<IReadOnlyList<ReadRow>> batches, FileStore store, string sha256, Import import, RowMap map, int after, int size, TimeProvider clock, CancellationToken ct)
    {
        await using var file = store.Open(sha256);
        var batch = new List<ReadRow>(size);
        await foreach (var row in CsvFile.Rows(file, FileEncoding.Named(import.Encoding), import.Delimiter, ct))
        {
            if (row.Number <= after || row.IsBlank)
            {
                continue;
            }

            var details = new CustomerDetails();
            var read = new ReadRow(row, details, map.Apply(row, details));
            if (import.State == ImportState.Running)
            {
                read.Draft(import.Id, clock.Now());
            }

            batch.Add(read);
            if (batch.Count == size)
            {
                await batches.WriteAsync(batch, ct);
                batch = new List<ReadRow>(size);
            }
        }

        if (batch.Count > 0)
        {
            await batches.WriteAsync(batch, ct);
        }
    }
}
