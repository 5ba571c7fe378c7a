using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>The open work of somebody here are the customers they look after. A team looks after none, so it leaves them to nobody.</summary>
internal sealed class CustomersHoldWork(CrmDb db) : IHoldsWork
{
    public async Task<IReadOnlyList<OpenWork>> Count(UserId user, CancellationToken ct) =>
        [new OpenWork("customers.owned", await db.Customers.IgnoreQueryFilters([CustomersTables.Visible]).CountAsync(c => c.OwnerId == user, ct))];

    public async Task<int> HandOver(UserId from, WorkGoesTo to, int most, DateTimeOffset at, CancellationToken ct)
    {
        var customers = await db.Customers.IgnoreQueryFilters([CustomersTables.Visible]).Where(c => c.OwnerId == from).OrderBy(c => c.Id).Take(most).ToListAsync(ct);
        customers.ForEach(c => c.LookedAfterBy(to.User, at));
        return customers.Count;
    }
}
