using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>A customer as JSON for the customer: everything that is kept of him, nothing of the people who work here.</summary>
internal sealed class CustomerTree(CrmDb db, FileStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task<JsonNode> Of(Customer customer, CancellationToken ct) => Node(new
    {
        profile = Profile(customer, await CompanyName(customer, ct)),
        contactPoints = customer.ContactPoints.OrderBy(p => p.Position).Select(p => new { p.Kind, p.Value, type = p.Label, primary = p.IsPrimary }),
        customValues = await CustomValues(customer, ct),
        notes = await db.CustomerNotes.AsNoTracking().Where(n => n.CustomerId == customer.Id).OrderBy(n => n.CreatedAt).Select(n => new { n.CreatedAt, n.Body }).ToListAsync(ct),
        orders = (await db.Orders.AsNoTracking().Where(o => o.CustomerId == customer.Id).OrderBy(o => o.PlacedAt).ToListAsync(ct))
            .Select(o => new { o.Number, o.PlacedAt, o.Status, o.Total, o.Summary }),
        timeline = await db.Timeline.AsNoTracking().Where(t => t.CustomerId == customer.Id).OrderBy(t => t.At).Select(t => new { t.At, t.Kind, t.Title, t.Text }).ToListAsync(ct),
        changes = await Changes(customer, ct),
        beforeImports = await BeforeImports(customer, ct),
        importRows = await ImportRows(customer, ct),
        privacyRequests = await db.PrivacyRequests.AsNoTracking().Where(r => r.CustomerId == customer.Id).OrderBy(r => r.CreatedAt)
            .Select(r => new { r.Kind, r.State, r.AskedBy, r.AskedVia, r.Reference, r.ReceivedAt, r.FinishedAt }).ToListAsync(ct),
    });

    private static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value, Json)!;

    private static object Profile(Customer c, string? company) => new
    {
        c.Kind, c.DisplayName, c.Name, c.GivenName, c.FamilyName, c.JobTitle, company, customerNumber = c.ExternalId, c.PreferredContactMethod, c.Language, c.TimeZone, c.Address, c.Tags,
        c.CreatedAt, c.UpdatedAt, c.LastContactAt, c.OrderCount, c.Revenue,
    };

    private async Task<string?> CompanyName(Customer customer, CancellationToken ct) => customer.CompanyId is not { } company
        ? null
        : await db.Customers.Where(c => c.Id == company).Select(c => c.DisplayName).FirstOrDefaultAsync(ct);

    private async Task<object> CustomValues(Customer customer, CancellationToken ct)
    {
        var fields = await ListCustomFields.All(db, ct);
        return customer.Custom.Keys.Select(key => new { key, label = fields.GetValueOrDefault(key)?.Label, value = customer.Custom[key] });
    }

    private async Task<object> Changes(Customer customer, CancellationToken ct) =>
        (await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Customer) && e.EntityId == customer.Id.Value).OrderBy(e => e.At).ToListAsync(ct))
            .Select(e => new { e.At, e.Action, changes = e.ReadChanges() });

    private async Task<object> BeforeImports(Customer customer, CancellationToken ct)
    {
        var images = await db.BeforeImages.AsNoTracking().Where(b => b.CustomerId == customer.Id).OrderBy(b => b.ImportId).ToListAsync(ct);
        return images.Select(b => JsonNode.Parse(b.Details));
    }

    /// <summary>What files that were uploaded say of the customer, with the reasons for which rows were refused.</summary>
    private async Task<object> ImportRows(Customer customer, CancellationToken ct)
    {
        var person = await Person.Of(db, customer.Id, ct);
        var found = new List<object>();
        foreach (var import in await db.Imports.AsNoTracking().OrderBy(i => i.CreatedAt).ToListAsync(ct))
        {
            if (await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == import.FileId, ct) is not { } file)
            {
                continue;
            }

            try
            {
                await foreach (var row in PersonRows.Find(import, file.Sha256, person, store, ct))
                {
                    found.Add(await Row(import, row, ct));
                }
            }
            catch (NotFound)
            {
                // The content of the file is gone; there is nothing in it to tell.
            }
        }

        return found;
    }

    private async Task<object> Row(Import import, FileRow row, CancellationToken ct)
    {
        var (from, to) = ImportProblem.PlacesOf(row.Number);
        var problems = await db.ImportProblems.Where(p => p.ImportId == import.Id && p.Place >= from && p.Place < to).OrderBy(p => p.Place).Select(p => p.Message).ToListAsync(ct);
        var values = import.Columns.Where(c => c.Index < row.Cells.Length).Select(c => new { column = c.Header, value = row.Cells[c.Index] });
        return new { file = import.FileName, uploadedAt = import.CreatedAt, row = row.Number, values, problems };
    }
}
