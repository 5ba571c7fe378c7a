using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record ChangeMyLanguageInput(string Language);

internal sealed record ChangeMyLanguagePayload(Me? Me);

/// <summary>The customer says in which language to write.</summary>
internal static class ChangeMyLanguage
{
    public static async Task<ChangeMyLanguagePayload> Run(ChangeMyLanguageInput input, CrmDb db, Caller caller, ICustomers customers, TimeProvider clock, CancellationToken ct)
    {
        var check = new InputCheck();
        var language = check.Parse("language", input.Language, Languages.ParseTag);
        check.ThrowIfAny();
        var now = clock.Now();
        foreach (var customer in await db.Customers.AsSingleQuery().Where(c => c.Language != language).ToListAsync(ct))
        {
            var details = customer.Details();
            details.Language = language;
            customer.Change(details, now);
            customers.AddToTimeline(customer.Id, new TimelineNews(TimelineKind.CustomerChanged, customer.DisplayName, "language", now, null, null, null, IsContact: false));
        }

        await db.SaveChangesAsync(ct);
        return new ChangeMyLanguagePayload(await ReadMe.Run(db, caller, clock, ct));
    }
}
