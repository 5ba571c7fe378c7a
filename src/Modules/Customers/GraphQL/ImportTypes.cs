using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Customers;

internal static class ImportTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<ImportId>();
        schema.Record<ImportTarget>(description: "A field a column can be mapped to: externalId, name, email, address.city, custom:contract ...");
        schema.Object<Import>("Import", DeclareImport);
        schema.Object<ImportColumn>("ImportColumn", t =>
        {
            t.Field("index", x => x.Index);
            t.Field("header", x => x.Header);
            t.Field("samples", x => x.Samples);
            t.NullableField("target", x => x.Target);
            t.NullableField("suggestedTarget", x => x.SuggestedTarget);
            t.Field("suggestedType", x => (CustomFieldType?)x.SuggestedType).Describe("What custom field would suit the values.");
            t.Field("filledShare", x => x.FilledShare).Describe("The share of rows that have a value, 0 to 1.");
        });
        schema.Object<ImportProblem>("ImportProblem", t =>
        {
            t.Field("row", x => x.Row).Describe("As a spreadsheet counts: the header is row 1.");
            t.NullableField("column", x => x.Column);
            t.NullableField("value", x => x.Value);
            t.Field("message", x => x.Message);
            t.Field("code", x => x.Code);
        });
    }

    private static void DeclareImport(ObjectBuilder<Import> t)
    {
        t.Describe("One file of customers on its way in.");
        t.Node(x => x.Id, CustomerLoaders.Imports, CustomerPermissions.RunImports);
        t.Field("version", x => x.Version);
        t.Field("fileName", x => x.FileName);
        t.Field("state", x => x.State);
        t.Field("createdAt", x => x.CreatedAt);
        t.Reference("createdBy", x => x.CreatedBy);
        t.Field("startedAt", x => x.StartedAt);
        t.Field("finishedAt", x => x.FinishedAt);
        t.Field("encoding", x => x.Encoding);
        t.Field("delimiter", x => x.Delimiter);
        t.Field("columns", x => x.Columns);
        t.Field("sampleRows", x => x.SampleRows).Describe("The first rows as they were read, for the preview.");
        t.Field("existing", x => x.Existing);
        t.Field("allowSuppressed", x => x.AllowSuppressed).Describe("Whether rows with addresses of customers who were erased at their own wish are taken.");
        t.Field("totalRows", x => x.TotalRows);
        t.Field("processedRows", x => x.ProcessedRows);
        t.Field("createdRows", x => x.CreatedRows).Describe("Customers created; after a check, those that would be.");
        t.Field("updatedRows", x => x.UpdatedRows);
        t.Field("skippedRows", x => x.SkippedRows);
        t.Field("refusedRows", x => x.RefusedRows);
        t.Field("problemCount", x => x.ProblemCount);
        t.Resolve("problems", GetImport.Problems);
        t.NullableField("refusedRowsUrl", RefusedRows.Url).Describe("A CSV of the refused rows with the reason in a last column; null while there are none.");
        t.NullableField("failure", x => x.Failure).Describe("Why the whole file failed, in plain words.");
        t.Field("canUndo", x => x.CanUndo);
        t.Field("undoneRows", x => x.UndoneRows).Describe("Customers that the undo took away or set back.");
        t.Field("keptChanged", x => x.KeptChanged).Describe("Customers that the undo left alone because somebody changed them since.");
        t.Field("keptInUse", x => x.KeptInUse).Describe("Customers that the undo left alone because something hangs on them.");
    }
}
