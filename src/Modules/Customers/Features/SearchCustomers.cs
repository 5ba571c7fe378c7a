using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record CustomerFilter(
    CustomerKind? Kind = null,
    UserId? OwnerId = null,
    string? Tag = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedBefore = null,
    CustomerId? CompanyId = null,
    ImportId? ImportId = null);

internal sealed record CustomerOrder(CustomerSort By, SortDirection Direction = SortDirection.Asc);

internal static class SearchCustomers
{
    public static async Task<Page<Customer>> Run(string? search, CustomerFilter? filter, CustomerOrder? order, PageArgs page, CrmDb db, CancellationToken ct)
    {
        var customers = db.Customers.AsNoTracking().AsSingleQuery();
        if (!string.IsNullOrWhiteSpace(search))
        {
            if (db.SearchIds<CustomerId>(Customer.SearchedAs, search) is not { } found)
            {
                return new Page<Customer>([], hasNextPage: false, hasPreviousPage: false, totalCount: 0);
            }

            customers = customers.Where(c => found.Contains(c.Id));
            if (!db.Caller.Can(CustomerPermissions.ReadContacts))
            {
                customers = ByNameOnly(customers, search);
            }
        }

        customers = await Narrow(customers, filter, db, ct);
        var down = order?.Direction == SortDirection.Desc;
        return (order?.By ?? CustomerSort.Name) switch
        {
            CustomerSort.CreatedAt => await customers.ToPage(page, c => c.CreatedAt, c => c.Id, down, ct),
            CustomerSort.UpdatedAt => await customers.ToPage(page, c => c.UpdatedAt, c => c.Id, down, ct),
            CustomerSort.LastContactAt => await customers.ToPage(page, c => c.ContactedAt, c => c.Id, down, ct),
            // A customer without a name is sorted by contact data; the order and the cursors would tell it.
            _ when !db.Caller.Can(CustomerPermissions.ReadContacts) =>
                await customers.ToPage(page, c => c.Name == null && c.GivenName == null && c.FamilyName == null ? "" : c.DisplayKey, c => c.Id, down, ct),
            _ => await customers.ToPage(page, c => c.DisplayKey, c => c.Id, down, ct),
        };
    }

    // Who may not see contact data finds nobody by it: each word must be in the name, or the whole be the customer number.
    private static IQueryable<Customer> ByNameOnly(IQueryable<Customer> customers, string search)
    {
        var number = search.Trim();
        var named = customers.Where(c => c.Name != null || c.GivenName != null || c.FamilyName != null);
        named = SearchIndex.WordsOf(search).Aggregate(named, (found, word) => found.Where(c => c.DisplayKey.Contains(word)));
        return customers.Where(c => c.ExternalId == number || named.Any(n => n.Id == c.Id));
    }

    private static async Task<IQueryable<Customer>> Narrow(IQueryable<Customer> customers, CustomerFilter? filter, CrmDb db, CancellationToken ct)
    {
        if (filter is null)
        {
            return customers;
        }

        customers = When(customers, filter.Kind, kind => c => c.Kind == kind);
        customers = When(customers, filter.OwnerId, owner => c => c.OwnerId == owner);
        customers = When(customers, filter.CreatedFrom, from => c => c.CreatedAt >= from);
        customers = When(customers, filter.CreatedBefore, before => c => c.CreatedAt < before);
        customers = When(customers, filter.CompanyId, company => c => c.CompanyId == company);
        var images = db.BeforeImages;
        customers = When(customers, filter.ImportId, import => c => c.ImportId == import || images.Any(b => b.ImportId == import && b.CustomerId == c.Id));
        if (filter.Tag is not { } tag)
        {
            return customers;
        }

        var key = SearchKey.Of(tag);
        var name = await db.CustomerTags.Where(t => t.Key == key).Select(t => t.Name).FirstOrDefaultAsync(ct) ?? tag;
        return customers.Where(c => c.Tags.Contains(name));
    }

    private static IQueryable<Customer> When<T>(IQueryable<Customer> customers, T? value, Func<T, Expression<Func<Customer, bool>>> condition) where T : struct =>
        value is { } given ? customers.Where(condition(given)) : customers;
}
