using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>What both kinds of requests have in common when they are recorded.</summary>
internal static class RecordedWish
{
    // Shorter ones are also parts of dates and file numbers.
    private const int ShortestName = 3;

    public static async Task<PrivacyRequest> Save(PrivacyWish wish, Customer customer, TimeSpan delay, CrmDb db, PrivacyQueue queue, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.PrivacyRequests.AnyAsync(r => r.CustomerId == wish.Customer && r.Kind == wish.Kind && (r.State == PrivacyState.Open || r.State == PrivacyState.Running), ct))
        {
            throw new RuleBroken("PRIVACY_REQUEST_OPEN", "Such a request of this customer is being worked on already.");
        }

        var request = PrivacyRequest.Record(wish, db.Caller.User, now, delay);
        if (wish.Kind == PrivacyKind.Erasure && Names(customer, request.Reference))
        {
            throw new InvalidInput("reference", "The reference is kept after the erasure: leave name, addresses and numbers of the customer out of it.");
        }

        db.Add(request);
        db.Log(News(SecurityEvents.PrivacyRequested, request));
        db.AfterCommit(queue.Wake);
        await db.SaveChangesAsync(ct);
        return request;
    }

    /// <summary>For the security log, which is kept: the customer by key alone, without the name.</summary>
    public static SecurityNews News(string kind, PrivacyRequest request) =>
        new(kind, CustomerId.TypeName, request.CustomerId.Value, null, $"{(request.Kind == PrivacyKind.Export ? "export" : "erasure")}, {request.Reference}");

    /// <summary>Whether a text holds a whole name, address or number of the customer.</summary>
    private static bool Names(Customer customer, string text)
    {
        var key = SearchKey.Of(text);
        var words = Words(text);
        string?[] names = [customer.DisplayName, customer.Name, customer.GivenName, customer.FamilyName, customer.ExternalId];
        return names.Where(n => n?.Length >= ShortestName).Any(n => Words(n).IsSubsetOf(words))
            || customer.ContactPoints.SelectMany(p => new[] { p.Value, p.Key }).Any(c => key.Contains(SearchKey.Of(c), StringComparison.Ordinal));
    }

    private static HashSet<string> Words(string? text) => [.. SearchKey.Of(text).Split(' ').Select(w => w.Trim('.', ',', ';', ':', '(', ')', '"', '\'')).Where(w => w.Length > 0)];
}
