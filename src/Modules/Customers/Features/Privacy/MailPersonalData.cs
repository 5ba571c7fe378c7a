using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;

namespace ServiceCrm.Customers;

/// <summary>The mails that the installation has sent to a customer, as long as the ledger keeps them.</summary>
internal sealed class MailPersonalData(CrmDb db, IMailTransport transport) : IPersonalData
{
    public string Name => "Mail";

    public Task<IReadOnlyList<string>> ObjectionsToExport(CustomerId customer, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IReadOnlyList<string>> ObjectionsToErasure(CustomerId customer, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<PersonalData?> Export(CustomerId customer, CancellationToken ct)
    {
        var addresses = await db.Customers.Where(c => c.Id == customer).SelectMany(c => c.ContactPoints).Where(p => p.Kind == ContactPointKind.Email).Select(p => p.Key).ToListAsync(ct);
        var mails = (await db.MailsTo(customer.Value, addresses).AsNoTracking().ToListAsync(ct)).Select(m => new { m.PlannedAt, m.HandedOverAt, m.To, m.Subject, text = m.ShownText });
        return new PersonalData(new JsonObject { ["mails"] = JsonSerializer.SerializeToNode(mails, JsonSerializerOptions.Web) }, []);
    }

    public async Task<ErasureReport> Erase(CustomerId customer, ErasureNotice notice, CancellationToken ct) =>
        new([new ErasedThing("mails", await db.ForgetMails(customer.Value, notice.Emails, transport, ct))], []);
}
