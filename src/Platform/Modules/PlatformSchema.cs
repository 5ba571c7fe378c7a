using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Modules;

/// <summary>What the platform itself shows to staff: files, undelivered events and mails.</summary>
public static class PlatformSchema
{
    /// <summary>The right to see and replay undelivered events.</summary>
    public static readonly Permission ManageOutbox = new("platform.outbox.manage", "See and replay events that could not be delivered");

    /// <summary>The right to see what is mailed and to send what got stuck again.</summary>
    public static readonly Permission ManageMail = new("platform.mail.manage", "See which mails were sent, send stuck ones again, send a test mail");

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
        DeclareMails(schema);
        schema.Query("deadLetters", ManageOutbox, DeadLetters.Search);
        schema.Mutation("replayDeadLetter", ManageOutbox, DeadLetters.Replay);
        schema.Query("mails", ManageMail, StaffMails.Search).Describe("The ledger of mails, newest first.");
        schema.Mutation("retryMail", ManageMail, StaffMails.Retry);
    }

    private static void DeclareMails(SchemaBuilder schema)
    {
        schema.Id<MailId>();
        schema.Object<SentMail>("Mail", t =>
        {
            t.Describe("A mail and where it stands.");
            t.Node(x => x.Id, StaffMails.ByIds, ManageMail);
            t.Field("kind", x => x.Kind).Describe("module.thing, for example access.invitation");
            t.Field("to", x => x.To);
            t.Field("toName", x => x.ToName);
            t.Field("subject", x => x.Subject);
            t.NullableField("text", x => x.ShownText).Describe("Null for a mail with a one-time link or code.");
            t.Field("secret", x => x.Secret);
            t.Field("messageId", x => x.MessageId).Describe("The same for every try.");
            t.Field("state", x => x.State);
            t.Field("attempts", x => x.Attempts);
            t.NullableField("lastError", x => x.LastError);
            t.Field("nextTryAt", x => x.DueAt).Describe("Null when it is not tried any more.");
            t.Field("plannedAt", x => x.PlannedAt);
            t.Field("claimedAt", x => x.ClaimedAt);
            t.Field("handedOverAt", x => x.HandedOverAt);
            t.Field("failedAt", x => x.FailedAt);
            t.Field("unknownAt", x => x.UnknownAt).Describe("When a try ended without an answer although the whole mail was sent.");
        });
    }
}
