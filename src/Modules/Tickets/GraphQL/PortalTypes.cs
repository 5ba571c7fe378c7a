using ServiceCrm.GraphQL;

namespace ServiceCrm.Tickets;

/// <summary>What a customer sees of a request: never notes, never who else is involved.</summary>
internal static class PortalTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Record<Portal>();
        schema.Record<SubmittedRequest>();
        schema.Record<TrackedRequest>(description: "A request behind its tracking link.");
        schema.Record<TrackedMessage>();
        schema.Record<TrackedFile>();
    }
}
