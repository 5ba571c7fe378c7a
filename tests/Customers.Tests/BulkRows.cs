using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;
using Shouldly;
using Xunit;

namespace ServiceCrm.Customers.Tests;

/// <summary>Rows that are written past the change tracker are the rows a save would have written.</summary>
public sealed class BulkRows
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, 120, TimeSpan.Zero);

    private static readonly string[] Tables =
    [
        "customers_customers|kind, name, given_name, language, tags, custom, city, line1, created_at, updated_at, contacted_at, order_count, revenue, owner_id, import_id, imported_version, version, display_key, primary_email|id",
        "customers_contact_points|kind, key, value, label, is_primary, position|customer_id",
        "platform_search_entries|kind, words, owner_id = entity_id|owner_id",
        "platform_audit_entries|actor_id, actor_name, entity, action, changes|entity_id",
    ];

    [Fact]
    public async Task Every_value_is_stored_as_a_save_stores_it()
    {
        await using var crm = await Crm.Start();
        var saved = New();
        var bulk = New();
        await crm.As(Crm.Staff, async db =>
        {
            db.Add(saved);
            await db.SaveChangesAsync(Crm.Ct);
        });
        await crm.As(Crm.Staff, db => db.InTransaction(
            async () =>
            {
                var writer = new BulkWriter(db);
                // The row before leaves other values bound.
                writer.Add(Customer.Create(new CustomerDetails { Name = "Before", Language = "fr", Tags = ["other"] }, At.AddDays(1)));
                writer.Add(bulk);
                await writer.Write(Crm.Ct);
            },
            Crm.Ct));

        foreach (var table in Tables)
        {
            (await Stored(crm, table, bulk)).ShouldBe(await Stored(crm, table, saved), table);
        }
    }

    [Fact]
    public async Task A_value_that_is_taken_is_a_conflict_and_writes_nothing()
    {
        await using var crm = await Crm.Start();
        await Should.ThrowAsync<Platform.Errors.Conflict>(() => crm.As(Crm.Staff, db => db.InTransaction(
            async () =>
            {
                var writer = new BulkWriter(db);
                writer.AddRange(Enumerable.Range(0, 3).Select(_ => Customer.Create(new CustomerDetails { Name = "Twin", ExternalId = "C-1" }, At)));
                await writer.Write(Crm.Ct);
            },
            Crm.Ct)));
        (await crm.Customers()).ShouldBeEmpty();
    }

    private static Customer New() => Customer.Create(
        new CustomerDetails
        {
            Name = "Zoë 🎈 Ångström",
            GivenName = "",
            Emails = [new EmailEntry(EmailAddress.Parse("zoe@example.com"), EmailType.Home, Primary: true), new EmailEntry(EmailAddress.Parse("z@example.com"), EmailType.Work, Primary: false)],
            Phones = [new PhoneEntry(PhoneNumber.Parse("+46 8 123"), PhoneType.Mobile, Primary: true)],
            Tags = ["vip", "quote\"d"],
            Address = new Address("Storgatan 1", null, null, "Malmö", null, null),
            OwnerId = Crm.Agent,
        },
        At);

    private static async Task<List<string>> Stored(Crm crm, string table, Customer customer)
    {
        var parts = table.Split('|');
        var values = string.Join(" || ';' || ", parts[1].Split(", ").Select(c => $"typeof({c}) || quote({c})"));
        var sql = $"SELECT {values} AS \"Value\" FROM {parts[0]} WHERE {parts[2]} = '{customer.Id.Value.ToString().ToUpperInvariant()}' ORDER BY 1";
        var rows = await crm.As(Crm.Staff, db => db.Database.SqlQueryRaw<string>(sql).ToListAsync(Crm.Ct));
        rows.ShouldNotBeEmpty();
        return rows;
    }
}
