using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class GetImport
{
    public static Task<Import?> Run(ImportId id, CrmDb db, CancellationToken ct) => db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);

    public static Task<Page<ImportProblem>> Problems(Import import, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.ImportProblems.AsNoTracking().Where(p => p.ImportId == import.Id).ToPage(page, p => p.Place, p => p.Id, descending: false, ct);
}
