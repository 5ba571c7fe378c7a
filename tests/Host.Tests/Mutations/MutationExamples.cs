using System.Text.Json.Nodes;
using ServiceCrm.Testing;
using Shouldly;

namespace ServiceCrm.Host.Tests;

/// <summary>For every mutation an input that succeeds. A mutation without one fails the tests that walk the schema.</summary>
internal static class MutationExamples
{
    private static readonly Dictionary<string, Func<MutationWorld, Task<object>>> All = new(StringComparer.Ordinal)
    {
        ["replayDeadLetter"] = async w => new { deadLetterId = await w.DeadLetter() },
        ["retryMail"] = async w => new { mailId = await w.StuckMail() },
        ["sendTestMail"] = _ => Is(new { to = "ada@example.org" }),
        ["updateProfile"] = w => Is(new
        {
            name = w.New("Admin"), language = "en", timeZone = "Europe/Berlin", jobTitle = "Head of service", phone = "+49 30 901820", signature = "{{name}}",
            workingHours = new[] { new { day = "MONDAY", from = "09:00", to = "17:00" } },
        }),
        ["changePassword"] = _ => Is(new { currentPassword = TestServer.Password, newPassword = TestServer.Password + "-longer" }),
        ["startTotp"] = async w => new { password = await w.NoApp() },
        ["confirmTotp"] = async w => new { code = await w.CodeOfNewApp() },
        ["disableTotp"] = async w => new { password = await w.App() },
        ["renewRecoveryCodes"] = async w => new { password = await w.App() },
        ["renamePasskey"] = async w => new { passkeyId = await w.Passkey(), name = w.New("Passkey") },
        ["removePasskey"] = async w => new { passkeyId = await w.Passkey(), password = TestServer.Password },
        ["acknowledgeFactorReset"] = _ => Is(new { at = "2026-01-02T03:04:05Z" }),
        ["removeExternalLogin"] = async w => new { externalLoginId = await w.LinkedAccount(), password = TestServer.Password },
        ["resetSecondFactors"] = async w => new { userId = await w.UserWithApp() },
        ["requireSecondFactor"] = _ => Is(new { role = "Analyst", required = false }),
        ["createUser"] = async w => new { name = w.New("User"), email = $"{Guid.NewGuid():N}@example.com", password = TestServer.Password, roles = new[] { "Agent" }, teamIds = new[] { await w.Team() }, language = "en", timeZone = "Europe/Berlin" },
        ["updateUser"] = async w => new { userId = await w.User(), name = w.New("User"), roles = new[] { "Agent" }, teamIds = new[] { await w.Team() } },
        ["inviteUser"] = async w => new { email = $"{Guid.NewGuid():N}@example.com", name = w.New("Guest"), roles = new[] { "Agent" }, teamIds = new[] { await w.Team() }, language = "en", timeZone = "Europe/Berlin" },
        ["resendInvitation"] = async w => new { userId = await w.Invited() },
        ["withdrawInvitation"] = async w => new { userId = await w.Invited() },
        ["deleteUser"] = async w => new { userId = await w.User(), reassignTo = new { userId = await w.User() } },
        ["createServiceAccount"] = async w => new { name = w.New("Robot"), roles = new[] { "Agent" }, teamIds = new[] { await w.Team() } },
        ["createServiceToken"] = async w => new { userId = await w.Program(), name = w.New("Token"), scopes = new[] { "tickets.ticket.read" } },
        ["revokeServiceToken"] = async w => new { accessTokenId = await w.ProgramToken() },
        ["requestEmailChange"] = _ => Is(new { newEmail = $"{Guid.NewGuid():N}@example.com", password = TestServer.Password }),
        ["setAvatar"] = async w => new { fileId = await w.Picture() },
        ["planAbsence"] = async w => new { from = "2099-07-01T00:00:00Z", until = "2099-07-15T00:00:00Z", substituteId = await w.User(), note = "At the sea", userId = await w.User() },
        ["endAbsence"] = async w => new { absenceId = await w.Absence() },
        ["createRole"] = w => Is(new { name = w.New("Role"), description = "Reads", basedOn = "Analyst", grants = new[] { new { permission = "tickets.ticket.read", scope = "TEAM" } } }),
        ["updateRole"] = async w => new { roleId = await w.Role(), name = w.New("Role"), description = "Writes", basedOn = "Agent", grants = new[] { new { permission = "tickets.ticket.reply", scope = "OWN" } } },
        ["deleteRole"] = async w => new { roleId = await w.Role() },
        ["endSession"] = async w => new { sessionId = await w.Session() },
        ["endSessions"] = async w => new { userId = await w.User() },
        ["openConfidentialDesk"] = async w => new { teamId = await w.ConfidentialTeam(), reason = "A complaint must be looked into" },
        ["createTeam"] = async w => new { name = w.New("Team"), memberIds = new[] { await w.User() }, parentId = await w.Team(), deskGrants = new object[] { new { rights = new[] { "READ" }, role = "Agent" } } },
        ["updateTeam"] = async w => new { teamId = await w.Team(), name = w.New("Team"), memberIds = new[] { await w.User() }, parentId = await w.Team(), deskGrants = new object[] { new { rights = new[] { "READ" }, role = "Agent" } } },
        ["createAccessToken"] = w => Is(new { name = w.New("Token"), scopes = new[] { "tickets.ticket.read" } }),
        ["revokeAccessToken"] = async w => new { accessTokenId = await w.Token() },
        ["createCustomer"] = async w => new
        {
            givenName = "Ada", familyName = w.New("Byron"), jobTitle = "Countess", companyId = await w.Company(), externalId = w.New("X"), emails = new[] { new { address = $"{Guid.NewGuid():N}@example.com" } },
            phones = new[] { new { number = "+49 30 901820" } }, language = "en", timeZone = "Europe/Berlin", address = new { line1 = "Street 1", line2 = "c/o", postalCode = "10115", city = "Berlin", region = "Berlin", country = "DE" },
            tags = new[] { "vip" }, ownerId = await w.User(), allowDuplicate = true,
        },
        ["updateCustomer"] = async w => new
        {
            customerId = await w.Customer(), jobTitle = "Countess", externalId = w.New("Y"), emails = new[] { new { address = $"{Guid.NewGuid():N}@example.com" } }, phones = new[] { new { number = "+49 30 901821" } },
            language = "en", timeZone = "Europe/Berlin", address = new { line1 = "Street 1", city = "Berlin", country = "DE" }, tags = new[] { "vip" }, ownerId = await w.User(),
        },
        ["deleteCustomer"] = async w => new { customerId = await w.Customer() },
        ["addCustomerNote"] = async w => new { customerId = await w.Customer(), body = "calls on Fridays" },
        ["deleteCustomerNote"] = async w => new { noteId = await w.Note() },
        ["createCustomField"] = w => Is(new { label = w.New("Field"), type = "CHOICE", choices = new[] { "red", "green" } }),
        ["updateCustomField"] = async w => new { customFieldId = await w.Field(), label = w.New("Field"), choices = new[] { "red", "green", "blue" } },
        ["createImport"] = async w => new { fileId = await w.Csv() },
        ["configureImport"] = async w => new { importId = await w.Import(mapped: false), encoding = "utf-8", delimiter = ",", mappings = new object[] { new { column = 0, target = "name" } } },
        ["checkImport"] = async w => new { importId = await w.Import(mapped: true) },
        ["runImport"] = async w => new { importId = await w.Import(mapped: true) },
        ["cancelImport"] = async w => new { importId = await w.Import(mapped: true) },
        ["undoImport"] = async w => new { importId = await w.DoneImport() },
        ["requestCustomerExport"] = async w => new { customerId = await w.Customer(), reference = "Letter of 3 May", askedBy = "CUSTOMER", askedVia = "LETTER" },
        ["requestCustomerErasure"] = async w =>
        {
            var (id, name) = await w.NamedCustomer();
            return new { customerId = id, confirmation = name, reference = "Letter of 3 May", askedBy = "REPRESENTATIVE", askedVia = "LETTER" };
        },
        ["cancelPrivacyRequest"] = async w => new { privacyRequestId = await w.WaitingErasure() },
        ["createTicket"] = async w => new
        {
            subject = w.New("Ticket"), body = "It prints nothing.", newCustomer = new { name = w.New("Customer"), email = $"{Guid.NewGuid():N}@example.com", phone = "+49 30 901822" }, teamId = await w.Team(), assigneeId = await w.User(),
            tags = new[] { "printer" }, fileIds = new[] { await w.Csv() },
        },
        ["replyToTicket"] = async w => new { ticketId = await w.Ticket(), body = "Try again.", fileIds = new[] { await w.Csv() } },
        ["addTicketNote"] = async w => new { ticketId = await w.Ticket(), body = "Is the plug in?", fileIds = new[] { await w.Csv() } },
        ["assignTicket"] = async w => new { ticketId = await w.Ticket(), assigneeId = await w.User(), teamId = await w.Team() },
        ["changeTicketStatus"] = async w => new { ticketId = await w.Ticket(), status = "PENDING" },
        ["solveTicket"] = async w => new { ticketId = await w.Ticket(), note = "The plug." },
        ["reopenTicket"] = async w => new { ticketId = await w.Solved() },
        ["updateTicket"] = async w => new { ticketId = await w.Ticket(), subject = w.New("Subject"), tags = new[] { "plug" }, customerId = await w.Customer() },
        ["followTicket"] = async w => new { ticketId = await w.Ticket(), follow = false },
        ["updateTickets"] = async w => new { ticketIds = new[] { await w.Ticket() }, assigneeId = await w.User(), teamId = await w.Team(), addTags = new[] { "bulk" }, removeTags = new[] { "old" } },
        ["submitRequest"] = w => Is(new { name = w.New("Customer"), email = "customer@example.com", subject = "Where is it?", text = "I wait.", language = "en" }),
        ["endPortalSessions"] = async w => new { customerId = await w.Customer() },
        ["changeMyLanguage"] = _ => Is(new { language = "de" }),
        ["openMyTicket"] = w => Is(new { subject = w.New("Request"), text = "I wait." }),
        ["replyToMyTicket"] = async w => new { ticketId = await w.OwnTicket(), text = "I still wait." },
        ["closeMyTicket"] = async w => new { ticketId = await w.OwnTicket() },
        ["reopenMyTicket"] = async w => new { ticketId = await w.OwnSolved() },
        ["markMyTicketRead"] = async w => new { ticketId = await w.OwnTicket(), until = "2026-01-02T03:04:05Z" },
        ["replyToRequest"] = async w => new { token = await w.TrackingToken(), text = "I still wait." },
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static async Task<JsonObject> Of(string mutation, MutationWorld world)
    {
        All.ShouldContainKey(mutation, $"give {mutation} an input that succeeds");
        return System.Text.Json.JsonSerializer.SerializeToNode(await All[mutation](world))!.AsObject();
    }

    private static Task<object> Is(object input) => Task.FromResult(input);
}
