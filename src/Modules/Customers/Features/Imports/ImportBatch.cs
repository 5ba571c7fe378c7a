using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>Some hundred rows on their way into the database, in one transaction with the progress of their import.</summary>
internal sealed class ImportBatch(CrmDb db, Import import, RowMap map, DateTimeOffset now, Suppression? suppression = null)
{
    private readonly BulkWriter _bulk = new(db);
    private readonly List<(Customer Customer, BulkRow Row)> _created = [];
    private readonly HashSet<CustomerId> _changedAgain = [];
    private Dictionary<CustomerId, Customer> _existing = [];
    private Dictionary<CustomerId, BeforeImage> _images = [];
    private Dictionary<string, string> _spelling = [];
    private int _foreseen;
    private int _updated;
    private int _skipped;
    private int _refused;
    private int _problems;

    /// <summary>Writes new customers and problems and changes existing customers; the caller saves and commits.</summary>
    public async Task<ImportTally> Write(IReadOnlyList<ReadRow> rows, CancellationToken ct)
    {
        var (read, matches) = await Match(rows, ct);
        await Prepare(read, matches, ct);
        foreach (var row in read)
        {
            switch (matches.Of(row.Details))
            {
                case []: Create(row, matches); break;
                case [var known]: Meet(row.Row, known); break;
                default: Refuse(row.Row, Ambiguous); break;
            }
        }

        foreach (var (customer, draft) in _created)
        {
            _bulk.Add(_changedAgain.Contains(customer.Id) ? BulkRow.Of(customer) : draft);
            _bulk.Add(new TimelineEntry(customer.Id, News(null)));
        }

        await _bulk.Write(ct);
        return Tally(rows);
    }

    /// <summary>Decides as <see cref="Write"/> would, but writes nothing except the problems.</summary>
    public async Task<ImportTally> Foresee(IReadOnlyList<ReadRow> rows, SeenRows seen, CancellationToken ct)
    {
        var (read, matches) = await Match(rows, ct);
        foreach (var (row, details, _) in read)
        {
            var known = matches.Of(details).Count;
            if (known > 1)
            {
                Refuse(row, Ambiguous);
            }
            else if (known == 0 && !seen.Has(details))
            {
                _foreseen++;
                seen.Remember(details);
            }
            else if (import.Existing == ExistingRows.Refuse)
            {
                Refuse(row, Exists(details));
            }
            else
            {
                _ = import.Existing == ExistingRows.Update ? _updated++ : _skipped++;
            }
        }

        await _bulk.Write(ct);
        return Tally(rows);
    }

    private static RowProblem Ambiguous => new(null, null, "Several customers have the e-mail address of this row; give the customer number.", "AMBIGUOUS_MATCH");

    private static RowProblem Exists(CustomerDetails details) => new(
        null, details.ExternalId ?? details.Emails[0].Address.Value, "There is such a customer already, in the system or in an earlier row.", "EXISTS");

    private ImportTally Tally(IReadOnlyList<ReadRow> rows) => new(rows.Count, _created.Count + _foreseen, _updated, _skipped, _refused, _problems);

    private static RowProblem Suppressed => new(null, null, "This person was erased at their own wish and must not be written to again. Allow it for this import if they have come back.", "SUPPRESSED");

    private async Task<(List<ReadRow> Read, ImportMatches Matches)> Match(IReadOnlyList<ReadRow> rows, CancellationToken ct)
    {
        var read = Readable(rows);
        var matches = await ImportMatches.Load(db, [.. read.Select(r => r.Details)], ct);
        if (!import.AllowSuppressed && suppression is not null)
        {
            var suppressed = await suppression.Of(read.SelectMany(r => Contacts(r.Details)).Where(c => !matches.Holds(c)), ct);
            var warned = read.Where(r => Contacts(r.Details).Any(suppressed.Contains)).ToList();
            warned.ForEach(r => Refuse(r.Row, Suppressed));
            read = [.. read.Except(warned)];
        }

        return (read, matches);
    }

    private static IEnumerable<string> Contacts(CustomerDetails details) => details.Emails.Select(e => e.Address.Key).Concat(details.Phones.Select(p => p.Number.Key));

    /// <summary>The rows that can be taken; the others are refused.</summary>
    private List<ReadRow> Readable(IReadOnlyList<ReadRow> rows)
    {
        foreach (var row in rows.Where(r => r.Problems.Count > 0))
        {
            Refuse(row.Row, [.. row.Problems]);
        }

        return [.. rows.Where(r => r.Problems.Count == 0)];
    }

    private async Task Prepare(List<ReadRow> read, ImportMatches matches, CancellationToken ct)
    {
        var tags = read.SelectMany(r => r.Details.Tags).Distinct(StringComparer.Ordinal).ToList();
        _spelling = tags.Zip(await KnownTags.Spell(db, tags, ct)).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        if (import.Existing == ExistingRows.Update)
        {
            var ids = read.SelectMany(r => matches.Of(r.Details)).Select(k => k.Id).Distinct().ToList();
            _existing = await db.Customers.AsSingleQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            _images = await db.BeforeImages.Where(b => b.ImportId == import.Id && ids.Contains(b.CustomerId)).ToDictionaryAsync(b => b.CustomerId, ct);
        }
    }

    private void Create(ReadRow row, ImportMatches matches)
    {
        var draft = row.Details.Tags.All(t => _spelling[t] == t) ? row.TakeDraft() : null;
        // A copy of the details: another try of this batch reads them again and may find a tag spelled otherwise.
        draft ??= BulkRow.Of(Customer.Import(row.Details with { Tags = [.. row.Details.Tags.Select(t => _spelling[t])] }, import.Id, now));
        var customer = (Customer)draft.Entity;
        _created.Add((customer, draft));
        matches.Remember(customer);
    }

    private void Meet(FileRow row, Known known)
    {
        if (import.Existing == ExistingRows.Refuse)
        {
            var details = new CustomerDetails();
            map.Apply(row, details);
            Refuse(row, Exists(details));
        }
        else if (import.Existing == ExistingRows.Skip)
        {
            _skipped++;
        }
        else
        {
            Update(row, known.New ?? _existing[known.Id], isNew: known.New is not null);
        }
    }

    private void Update(FileRow row, Customer customer, bool isNew)
    {
        var before = customer.Details();
        var after = customer.Details();
        if (map.Apply(row, after) is { Count: > 0 } problems)
        {
            Refuse(row, [.. problems]);
            return;
        }

        after.Tags = [.. after.Tags.Select(t => _spelling.GetValueOrDefault(t, t)).Distinct(StringComparer.Ordinal)];
        var changed = CustomerDifferences.Between(before, after);
        if (changed.Count == 0)
        {
            _skipped++;
            return;
        }

        _updated++;
        if (isNew)
        {
            _changedAgain.Add(customer.Id);
            customer.Change(after, now);
            return;
        }

        KeepImage(customer, before);
        customer.Change(after, import.Id, now);
        _bulk.Add(new TimelineEntry(customer.Id, News(string.Join(", ", changed))));
    }

    /// <summary>What the customer was before the first row of this import touched it; one that this import made has no before.</summary>
    private void KeepImage(Customer customer, CustomerDetails before)
    {
        if (customer.ImportId == import.Id)
        {
            return;
        }

        var versionAfter = customer.Version + 1;
        if (_images.TryGetValue(customer.Id, out var image))
        {
            image.ChangedAgain(versionAfter);
            return;
        }

        _images[customer.Id] = image = new BeforeImage(import.Id, customer.Id, CustomerImage.Write(before), versionAfter);
        db.Add(image);
    }

    private void Refuse(FileRow row, params RowProblem[] problems)
    {
        _refused++;
        foreach (var problem in problems)
        {
            _problems++;
            _bulk.Add(new ImportProblem(import.Id, row.Number, Array.IndexOf(problems, problem), problem.Column, problem.Value, problem.Message, problem.Code));
        }
    }

    private TimelineNews News(string? text) =>
        new(TimelineKind.Imported, import.FileName, text, now, import.RequestedBy, ImportId.TypeName, import.Id.Value, IsContact: false);
}
