using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record CreateImportInput(FileId FileId);

/// <summary>Looks at an uploaded file and suggests where its columns belong. A file that is no table is refused and changes nothing.</summary>
internal static class CreateImport
{
    public static async Task<Import> Run(CreateImportInput input, CrmDb db, Caller caller, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        if (!caller.SeesImports())
        {
            throw new NotAllowed("An import needs the right to see all customers and their contact data.");
        }

        var file = await db.Files.FirstOrDefaultAsync(f => f.Id == input.FileId, ct).OrNotFound("The file");
        var fields = await ListCustomFields.InUse(db, ct);
        var shape = await ExamineFile.Run(store, file.Sha256, encodingName: null, delimiter: null, fields, ct);
        var import = Import.Of(file, shape, caller.User, clock.Now());
        file.Claim(ImportId.TypeName, import.Id.Value, caller);
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    }
}
