using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>What administrators see of mail, and the folder that stands in for a mail server.</summary>
public sealed class MailFeatures
{
    private const string Test = "mutation($to: String) { sendTestMail(input: { to: $to }) { mail { id to state } errors { code message path } } }";
    private const string List = "query($filter: MailFilter, $first: Int, $after: String) { mails(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind to toName subject text secret state attempts lastError nextTryAt messageId } } }";
    private const string Retry = "mutation($id: ID!) { retryMail(input: { mailId: $id }) { mail { state attempts } errors { code message } } }";

    private static readonly string[] Stuck = ["FAILED", "UNKNOWN"];

    [Fact]
    public async Task A_test_mail_goes_to_the_administrator_and_without_a_mail_server_into_the_folder()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        (await admin.Mutate(Test)).GetProperty("mail").Text("to").ShouldBe(TestServer.AdminEmail);
        var mail = (await server.Mails()).ShouldHaveSingleItem();
        mail.To.Mailboxes.Single().Address.ShouldBe(TestServer.AdminEmail);
        mail.From.Mailboxes.Single().Name.ShouldBe("ServiceCrm");
        mail.TextBody.ShouldNotBeNullOrWhiteSpace();
        var row = (await admin.Query(List)).GetProperty("mails").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        (row.Text("state"), row.Text("kind"), row.Text("messageId")).ShouldBe(("HANDED_OVER", "platform.test", mail.MessageId));
        row.Text("text")!.ShouldContain("ServiceCrm");
    }

    [Fact]
    public async Task The_ledger_is_listed_newest_first_in_pages_and_narrowed_by_state_recipient_and_kind()
    {
        await using var server = await TestServer.Start(clock: new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        var admin = await server.AsAdmin();
        foreach (var kind in new[] { "access.reset", "access.invitation", "tickets.reply" })
        {
            server.Clock!.Advance(TimeSpan.FromSeconds(1));
            await Send(server, new OutgoingMail(kind, EmailAddress.Parse($"{kind}@Example.org"), kind, "text"));
        }

        await server.DeliverMail();
        (await Subjects(admin, new { })).ShouldBe(["tickets.reply", "access.invitation", "access.reset"]);
        (await Subjects(admin, new { kind = "access." })).ShouldBe(["access.invitation", "access.reset"]);
        (await Subjects(admin, new { to = "REPLY@example" })).ShouldBe(["tickets.reply"]);
        (await Subjects(admin, new { state = Stuck })).ShouldBeEmpty();
        var page = (await admin.Query(List, new { first = 2 })).GetProperty("mails");
        var rest = (await admin.Query(List, new { first = 2, after = page.GetProperty("pageInfo").Text("endCursor") })).GetProperty("mails");
        (page.GetProperty("nodes").GetArrayLength(), rest.GetProperty("nodes")[0].Text("subject"), page.GetProperty("totalCount").GetInt32()).ShouldBe((2, "access.reset", 3));
    }

    [Fact]
    public async Task The_text_of_a_secret_mail_is_shown_to_nobody_at_any_time()
    {
        await using var post = MailServer.Start();
        post.FailAt("RCPT", new MailFault("550 5.1.1 no"), null);
        await using var server = await TestServer.Start(settings: post.Settings());
        var admin = await server.AsAdmin();
        await Send(server, new OutgoingMail("access.reset", EmailAddress.Parse("ada@example.org"), "Your new password", "https://crm.example.com/reset?token=abc") { Secret = true });
        await server.DeliverMail();
        var failed = (await admin.Query(List)).GetProperty("mails").GetProperty("nodes")[0];
        failed.Text("state").ShouldBe("FAILED");
        failed.ToString().ShouldNotContain("token=abc");
        await admin.Mutate(Retry, new { id = failed.Id() });
        await server.DeliverMail();
        var sent = (await admin.Query(List)).GetProperty("mails").GetProperty("nodes")[0];
        (sent.Text("state"), sent.Text("text")).ShouldBe(("HANDED_OVER", null));
        post.Received.ShouldHaveSingleItem().Message.TextBody!.ShouldContain("token=abc");
    }

    [Fact]
    public async Task A_mail_that_is_stuck_is_sent_again_with_fresh_tries_and_one_that_arrived_is_not()
    {
        await using var post = MailServer.Start();
        post.FailAt("RCPT", new MailFault("550 5.1.1 no such mailbox"), null);
        await using var server = await TestServer.Start(settings: post.Settings());
        var admin = await server.AsAdmin();
        await admin.Mutate(Test);
        await server.DeliverMail();
        var stuck = (await admin.Query(List, new { filter = new { state = Stuck } })).GetProperty("mails").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        stuck.Text("lastError").ShouldBe("550 5.1.1 no such mailbox");
        (await admin.Mutate(Retry, new { id = stuck.Id() })).GetProperty("mail").GetProperty("attempts").GetInt32().ShouldBe(0);
        await server.DeliverMail();
        post.Received.ShouldHaveSingleItem().Message.MessageId.ShouldBe(stuck.Text("messageId"));
        (await admin.Refused(Retry, new { id = stuck.Id() })).Text("code").ShouldBe("MAIL_NOT_STUCK");
    }

    [Fact]
    public async Task A_wrong_address_for_a_test_is_told_at_its_field_and_only_administrators_may()
    {
        await using var server = await TestServer.Start();
        var refused = await (await server.AsAdmin()).Refused(Test, new { to = "ada@example.org\r\nBcc: all@example.org" });
        (refused.Text("code"), refused.GetProperty("path").ToString()).ShouldBe(("INVALID_INPUT", "[\"to\"]"));
        var manager = await server.As("Manager");
        (await manager.Send(Test)).ToString().ShouldContain("NOT_ALLOWED");
        (await manager.Send(List)).ToString().ShouldContain("NOT_ALLOWED");
        (await server.Mails()).ShouldBeEmpty();
    }

    private static Task<MailId> Send(TestServer server, OutgoingMail mail) => server.InScope(async (_, db) =>
    {
        var id = db.Send(mail);
        await db.SaveChangesAsync();
        return id;
    });

    private static async Task<IEnumerable<string?>> Subjects(GraphQLClient client, object filter) =>
        (await client.Query(List, new { filter })).GetProperty("mails").GetProperty("nodes").EnumerateArray().Select(m => m.Text("subject")).ToList();
}
