using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>By what a customer is recognised in rows of files: every address, number and customer number there is or was.</summary>
internal sealed class Person
{
    // Shorter ones are also sums and years.
    private const int ShortestPhone = 7;

    private readonly HashSet<string> _emails = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phones = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private string _nameKey = "";

    public static async Task<Person> Of(CrmDb db, CustomerId id, CancellationToken ct)
    {
        var person = new Person();
        if (await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == id, ct) is { } customer)
        {
            person.Know(customer.Details());
            person._nameKey = SearchKey.Of(customer.Details().FullName);
        }

        foreach (var image in await db.BeforeImages.Where(b => b.CustomerId == id).Select(b => b.Details).ToListAsync(ct))
        {
            person.Know(CustomerImage.Read(image));
        }

        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Customer) && e.EntityId == id.Value && e.Changes != "[]").ToListAsync(ct);
        foreach (var change in entries.SelectMany(e => e.ReadChanges()))
        {
            person.Know(change);
        }

        return person;
    }

    /// <summary>Whether a row of the file speaks of this customer.</summary>
    public bool IsIn(FileRow row, Import import)
    {
        var details = new CustomerDetails();
        var (email, phone, number) = (false, false, false);
        foreach (var column in import.Columns.Where(c => c.Index < row.Cells.Length))
        {
            var text = row.Cells[column.Index].Trim();
            email |= HasEmail(text);
            phone |= PhoneNumber.TryParse(text, out var digits) && digits.Key.Length >= ShortestPhone && _phones.Contains(digits.Key);
            number |= column.Target == "externalId" && _numbers.Contains(text);
            Read(details, column.Target, text);
        }

        // As an import decides: another customer number is another customer, even behind the same address.
        var isOther = !number && details.ExternalId is not null && _numbers.Count > 0;
        return number || (!isOther && (email || phone)) || (!import.IsIdle && !isOther && IsNamed(details));
    }

    /// <summary>A row without any address, as one that was refused for it, is known by the name alone.</summary>
    private bool IsNamed(CustomerDetails row) =>
        _nameKey.Length > 0 && row.Emails.Count == 0 && row.Phones.Count == 0 && row.ExternalId is null && SearchKey.Of(row.FullName) == _nameKey;

    private bool HasEmail(string text) => text.Contains('@', StringComparison.Ordinal)
        && text.Split([',', ';'], StringSplitOptions.TrimEntries).Any(part => EmailAddress.TryParse(part, out var address) && _emails.Contains(address.Key));

    private static void Read(CustomerDetails details, string? target, string text)
    {
        if (text.Length == 0 || target is null || target.StartsWith(ImportTargets.CustomPrefix, StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            CellReaders.Of(target)(details, text);
        }
        catch (FormatException)
        {
            // A wrong value says nothing of who it is.
        }
    }

    private void Know(CustomerDetails details)
    {
        _emails.UnionWith(details.Emails.Select(e => e.Address.Key));
        _phones.UnionWith(details.Phones.Select(p => p.Number.Key));
        if (details.ExternalId is { } number)
        {
            _numbers.Add(number);
        }
    }

    private void Know(AuditChange change)
    {
        foreach (var value in new[] { change.From, change.To }.OfType<string>())
        {
            if (change.Field == "externalId")
            {
                _numbers.Add(value);
            }
            else if (change.Field is "primaryEmail" or "primaryPhone" or "contactPoints")
            {
                // A list of contact points reads: a@example.com (Work, primary), +49 30 1 (Mobile).
                foreach (var part in value.Split(", ").Select(p => p.Split(" (")[0]))
                {
                    KnowContact(part);
                }
            }
        }
    }

    private void KnowContact(string text)
    {
        if (EmailAddress.TryParse(text, out var email))
        {
            _emails.Add(email.Key);
        }
        else if (PhoneNumber.TryParse(text, out var phone))
        {
            _phones.Add(phone.Key);
        }
    }
}
