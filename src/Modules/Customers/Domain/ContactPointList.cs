using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>How long what may be, in characters; the columns are as long.</summary>
internal static class CustomerLimits
{
    public const int Name = 200;
    public const int DisplayKey = 300;
    public const int ExternalId = 100;
    public const int AddressLine = 200;
    public const int Tag = 60;
    public const int Tags = 50;
    public const int ContactPoints = 20;
    public const int Note = 20_000;
    public const int CustomText = 2_000;
}

/// <summary>The rules of a customer's list of addresses and numbers: no twins, exactly one primary of each kind.</summary>
internal static class ContactPointList
{
    /// <summary>Rows that stay are kept and not rewritten, so that a save touches only what has changed.</summary>
    public static void Replace(List<ContactPoint> list, CustomerId customer, CustomerDetails details)
    {
        var wanted = new List<Wanted>(details.Emails.Count + details.Phones.Count);
        AddKind(wanted, ContactPointKind.Email, details.Emails.Select(e => new Wanted(ContactPointKind.Email, e.Address.Key, e.Address.Value, e.Type.ToString(), e.Primary)));
        AddKind(wanted, ContactPointKind.Phone, details.Phones.Select(p => new Wanted(ContactPointKind.Phone, p.Number.Key, p.Number.Value, p.Type.ToString(), p.Primary)));
        list.RemoveAll(point => !wanted.Exists(w => w.Kind == point.Kind && w.Key == point.Key));
        for (var i = 0; i < wanted.Count; i++)
        {
            var want = wanted[i];
            var point = list.Find(p => p.Kind == want.Kind && p.Key == want.Key);
            if (point is null)
            {
                list.Add(point = new ContactPoint(customer, want.Kind, want.Key));
            }

            point.Show(want.Value, want.Label, want.Primary, i);
        }
    }

    private static void AddKind(List<Wanted> all, ContactPointKind kind, IEnumerable<Wanted> points)
    {
        var start = all.Count;
        foreach (var point in points)
        {
            if (!all.Exists(w => w.Kind == kind && w.Key == point.Key))
            {
                all.Add(point);
            }
        }

        var primary = all.FindIndex(start, w => w.Primary);
        for (var i = start; i < all.Count; i++)
        {
            all[i] = all[i] with { Primary = i == (primary < 0 ? start : primary) };
        }
    }

    private sealed record Wanted(ContactPointKind Kind, string Key, string Value, string Label, bool Primary);
}
