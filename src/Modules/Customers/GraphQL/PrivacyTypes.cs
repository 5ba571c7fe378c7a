using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Customers;

internal static class PrivacyTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<PrivacyRequestId>();
        schema.Enum<PrivacyKind>("PrivacyRequestKind");
        schema.Enum<PrivacyState>("PrivacyRequestState");
        schema.Enum<PrivacyAskedBy>("PrivacyAskedBy", "Who wants it.");
        schema.Enum<PrivacyAskedVia>("PrivacyAskedVia", "How the wish came in.");
        schema.Record<PrivacyModuleReport>(description: "What one module did.");
        schema.Object<ErasedThing>("PrivacyReportLine", t =>
        {
            t.Describe("What became of one kind of thing.");
            t.Field("kind", x => x.Kind).Describe("A stable word, for example messages.");
            t.Field("removed", x => x.Removed);
            t.Field("anonymised", x => x.Anonymised).Describe("Kept without what was personal in them.");
            t.Field("kept", x => x.Kept).Describe("Kept on purpose; in an export: handed out.");
            t.NullableField("why", x => x.Why).Describe("For what they are kept, a stable word: statistics, suppression.");
        });
        schema.Object<PrivacyRequest>("PrivacyRequest", DeclareRequest);
    }

    private static void DeclareRequest(ObjectBuilder<PrivacyRequest> t)
    {
        t.Describe("A customer's wish to get a copy of what is kept of them, or to have it erased.");
        t.Node(x => x.Id, CustomerLoaders.PrivacyRequests, CustomerPermissions.ManagePrivacy);
        t.Field("version", x => x.Version);
        t.Field("kind", x => x.Kind);
        t.Field("state", x => x.State);
        t.Reference("customer", x => (CustomerId?)x.CustomerId).Describe("Null when the customer has been erased or deleted.");
        t.Field("askedBy", x => x.AskedBy);
        t.Field("askedVia", x => x.AskedVia);
        t.Field("reference", x => x.Reference);
        t.Reference("recordedBy", x => x.RecordedBy);
        t.Field("createdAt", x => x.CreatedAt);
        t.Field("receivedAt", x => x.ReceivedAt);
        t.Field("dueAt", x => x.DueAt).Describe("One month after receipt.");
        t.Field("startsAt", x => x.StartsAt).Describe("Until then it can be cancelled.");
        t.Field("finishedAt", x => x.FinishedAt);
        t.NullableField("outcome", x => x.Outcome).Describe("Why it was refused or failed, in plain words.");
        t.Field("report", x => x.Report).Describe("What was done, by module.");
        t.Resolve("downloadUrl", DownloadExport.Url).Describe("The archive of an export; null when there is none, it has expired or the caller may not have it.");
        t.Field("fileExpiresAt", x => x.FileExpiresAt);
        t.Field("fetchedAt", x => x.FetchedAt).Describe("When the archive was last downloaded.");
        t.Reference("fetchedBy", x => x.FetchedBy);
    }
}
