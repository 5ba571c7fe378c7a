using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

public sealed class CustomerData
{
    [Fact]
    public async Task Only_staff_who_may_read_customers_see_any()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        (await See(crm, Crm.Staff, ada)).ShouldBe(1);
        (await See(crm, Caller.System, ada)).ShouldBe(1);
        (await See(crm, Caller.Nobody, ada)).ShouldBe(0);
        (await See(crm, Caller.Customer, ada)).ShouldBe(0);
        (await See(crm, Caller.Staff(Crm.Agent, "Temp", [], []), ada)).ShouldBe(0);
    }

    [Fact]
    public async Task The_portal_finds_a_known_customer_by_address_and_makes_an_unknown_one()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        var known = await Facade(crm, Caller.Customer, c => c.FindOrCreate(new NewCustomer("Somebody", "ADA@example.com", null, "xx-nonsense-too-long-for-a-tag"), Crm.Ct));
        known.Id.ShouldBe(ada.Id);
        var stranger = await Facade(crm, Caller.Customer, c => c.FindOrCreate(new NewCustomer("Grace", "grace@example.com", "+1 202 555 0101", "en"), Crm.Ct));
        (await crm.Customers()).Select(c => c.DisplayName).ShouldBe(["Ada", "Grace"]);
        var again = await Facade(crm, Caller.Customer, c => c.FindOrCreate(new NewCustomer(null, null, "001 202 555 0101", null), Crm.Ct));
        again.Id.ShouldBe(stranger.Id);
        await Should.ThrowAsync<InvalidInput>(() => Facade(crm, Caller.Customer, c => c.FindOrCreate(new NewCustomer(null, "nonsense", null, null), Crm.Ct)));
    }

    [Fact]
    public async Task News_move_the_time_of_last_contact_without_a_new_version()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        var at = ada.CreatedAt.AddHours(1);
        await Facade(crm, Crm.Staff, c =>
        {
            c.AddToTimeline(ada.Id, new TimelineNews(TimelineKind.TicketOpened, "Question", null, at, null, "Ticket", Guid.NewGuid(), IsContact: true));
            c.AddToTimeline(ada.Id, new TimelineNews(TimelineKind.TicketMessage, "Older", null, at.AddDays(-9), null, null, null, IsContact: true));
            return Task.FromResult(ada.Summary);
        });
        var now = (await crm.Customers()).Single();
        (now.LastContactAt, now.Version).ShouldBe((at, ada.Version));
    }

    [Fact]
    public async Task The_audit_trail_tells_changed_addresses_before_and_after()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        await Update(crm, new UpdateCustomerInput(ada.Id, ada.Version, Emails: new([new EmailInput("ada@example.org", EmailType.Home)]), JobTitle: "Countess"));
        var entry = await crm.As(Crm.Staff, db => db.AuditEntries.SingleAsync(a => a.EntityId == ada.Id.Value && a.Action == "changed", Crm.Ct));
        var changes = entry.ReadChanges();
        changes.ShouldContain(new AuditChange("jobTitle", null, "Countess"));
        changes.ShouldContain(new AuditChange("contactPoints", "ada@example.com (Work, primary)", "ada@example.org (Home, primary)"));
        (await crm.Found("example.com")).ShouldBeEmpty();
        (await crm.Found("ada@example.org")).ShouldBe(["Ada"]);
    }

    [Fact]
    public async Task A_change_based_on_an_old_version_is_refused_with_the_current_one()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        var changed = await Update(crm, new UpdateCustomerInput(ada.Id, ada.Version, Name: "Ada B."));
        var conflict = await Should.ThrowAsync<Conflict>(() => Update(crm, new UpdateCustomerInput(ada.Id, ada.Version, Name: "Ada C.")));
        conflict.CurrentVersion.ShouldBe(changed.Version);
    }

    [Fact]
    public async Task Lists_are_sorted_filtered_and_searched_as_one_types()
    {
        await using var crm = await Crm.Start();
        await crm.Imported("id,name,email,tags\n1,Zoë,z@example.com,VIP\n2,Änne,ae@example.com,\"vip, New\"\n3,Bob,bob@example.com,\n");
        (await crm.Found("")).ShouldBe(["Änne", "Bob", "Zoë"]);
        (await crm.Found("", order: new CustomerOrder(CustomerSort.Name, Platform.Data.SortDirection.Desc))).ShouldBe(["Zoë", "Bob", "Änne"]);
        (await crm.Found("", new CustomerFilter(Tag: "ViP"))).ShouldBe(["Änne", "Zoë"]);
        (await crm.Found("ann")).ShouldBe(["Änne"]);
        (await crm.Found("bo exa")).ShouldBe(["Bob"]);
        (await crm.Found("\"* OR")).ShouldBeEmpty();
        (await crm.Found("***")).ShouldBeEmpty();
        (await crm.As(Crm.Staff, db => ListCustomerTags.Run(db, Crm.Ct))).ShouldBe(["New", "VIP"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_twin()
    {
        await using var crm = await Crm.Start();
        await crm.Imported("id,name\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{i},Same name\n")));
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var seen = new List<CustomerId>();
            string? after = null;
            do
            {
                var page = await crm.As(Crm.Staff, db => SearchCustomers.Run(null, null, new CustomerOrder(sort), new GraphQL.PageArgs(First: 10, After: after), db, Crm.Ct));
                seen.AddRange(page.Nodes.Select(c => c.Id));
                after = page.Info.HasNextPage ? page.Info.EndCursor : null;
            }
            while (after is not null);
            seen.Distinct().Count().ShouldBe(25, sort.ToString());
            seen.Count.ShouldBe(25, sort.ToString());
        }
    }

    [Fact]
    public async Task A_deleted_customer_leaves_nothing_behind()
    {
        await using var crm = await Crm.Start();
        var ada = await Ada(crm);
        await crm.Do(Crm.Staff, s => AddCustomerNote.Run(new AddCustomerNoteInput(ada.Id, "Likes engines."), s.GetRequiredService<CrmDb>(), Crm.Staff, s.GetRequiredService<ICustomers>(), s.GetRequiredService<TimeProvider>(), Crm.Ct));
        (await crm.Found("engines")).ShouldBe(["Ada"]);
        await crm.Do(Crm.Staff, s => DeleteCustomer.Run(new DeleteCustomerInput(ada.Id), s.GetRequiredService<CrmDb>(), s.GetRequiredService<TimeProvider>(), Crm.Ct));
        await crm.As(Caller.System, async db =>
        {
            (await db.Customers.CountAsync(Crm.Ct)).ShouldBe(0);
            (await db.CustomerNotes.CountAsync(Crm.Ct)).ShouldBe(0);
            (await db.Timeline.CountAsync(Crm.Ct)).ShouldBe(0);
            (await db.Set<Platform.Search.SearchEntry>().CountAsync(Crm.Ct)).ShouldBe(0);
        });
    }

    [Fact]
    public async Task The_demo_company_is_there_within_seconds_and_the_same_every_time()
    {
        await using var crm = await Crm.Start();
        var (first, sums) = await Demo(crm);
        await using var other = await Crm.Start();
        var (second, otherSums) = await Demo(other);
        first.Count.ShouldBe(2_000);
        first.Select(c => (c.Name, c.Email)).ShouldBe(second.Select(c => (c.Name, c.Email)));
        sums.ShouldBe(otherSums);
        first.Where(c => c.Email is not null).Select(c => c.Email).ShouldBeUnique();
        (await crm.Found("vip")).Count.ShouldBeGreaterThan(10);
    }

    private static Task<(IReadOnlyList<CustomerSummary> Customers, int Orders)> Demo(Crm crm) => crm.Do(Caller.System, async services =>
    {
        var demo = new DemoCompany(7, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero), services);
        demo.Leave<IReadOnlyList<UserId>>("staff", [Crm.Agent]);
        var db = services.GetRequiredService<CrmDb>();
        await new CustomersModule().Demo(demo, db, Crm.Ct);
        return (demo.Take<IReadOnlyList<CustomerSummary>>("customers"), await db.Orders.CountAsync(Crm.Ct));
    });

    private static Task<Customer> Ada(Crm crm) => crm.As(Crm.Staff, async db =>
    {
        var ada = Customer.Create(new CustomerDetails { Name = "Ada", Emails = [new(Platform.Values.EmailAddress.Parse("ada@example.com"), EmailType.Work, true)] }, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        db.Add(ada);
        await db.SaveChangesAsync(Crm.Ct);
        return ada;
    });

    private static Task<int> See(Crm crm, Caller caller, Customer customer) => crm.As(caller, db => db.Customers.CountAsync(c => c.Id == customer.Id, Crm.Ct));

    private static Task<CustomerSummary> Facade(Crm crm, Caller caller, Func<ICustomers, Task<CustomerSummary>> work) => crm.Do(caller, async services =>
    {
        var db = services.GetRequiredService<CrmDb>();
        return await db.InTransaction(
            async () =>
            {
                var result = await work(services.GetRequiredService<ICustomers>());
                await db.SaveChangesAsync(Crm.Ct);
                return result;
            },
            Crm.Ct);
    });

    private static Task<Customer> Update(Crm crm, UpdateCustomerInput input) => crm.Do(Crm.Staff, s => UpdateCustomer.Run(
        input, s.GetRequiredService<CrmDb>(), Crm.Staff, s.GetRequiredService<ICustomers>(), s.GetRequiredService<Access.Contract.IAccess>(), s.GetRequiredService<TimeProvider>(), Crm.Ct));
}
