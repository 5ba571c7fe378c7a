using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class ListImports
{
    public static Task<Page<Import>> Run(PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Imports.AsNoTracking().ToPage(page, i => i.CreatedAt, i => i.Id, descending: true, ct);
}
