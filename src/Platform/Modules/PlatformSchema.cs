using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Modules;

/// <summary>What the platform itself shows to staff: files and undelivered events.</summary>
public static class PlatformSchema
{
    /// <summary>The right to see and replay undelivered events.</summary>
    public static readonly Permission ManageOutbox = new("platform.outbox.manage", "See and replay events that could not be delivered");

    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<FileId>();
        schema.Id<DeadLetterId>();
        schema.Id<AuditEntryId>();
        schema.Object<StoredFile>("File", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("name", x => x.Name);
            t.Field("size", x => x.Size).Describe("Bytes.");
            t.Field("contentType", x => x.ContentType);
            t.Field("url", x => $"/files/{GlobalId.Encode(FileId.TypeName, x.Id.Value)}");
        });
        schema.Object<OutboxMessage>("DeadLetter", t =>
        {
            t.Describe("An event that a reaction could not handle in ten tries.");
            t.Node(x => x.Id, DeadLetters.ByIds, ManageOutbox);
            t.Field("event", x => x.Event);
            t.Field("reaction", x => x.Reaction);
            t.Field("attempts", x => x.Attempts);
            t.NullableField("lastError", x => x.LastError);
            t.Field("createdAt", x => x.CreatedAt);
        });
        schema.Query("deadLetters", ManageOutbox, DeadLetters.Search);
        schema.Mutation("replayDeadLetter", ManageOutbox, DeadLetters.Replay);
    }
}
