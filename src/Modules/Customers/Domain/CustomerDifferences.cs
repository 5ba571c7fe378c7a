namespace ServiceCrm.Customers;

/// <summary>Which fields of master data differ, by the names clients know; the timeline shows them.</summary>
internal static class CustomerDifferences
{
    public static IReadOnlyList<string> Between(CustomerDetails before, CustomerDetails after)
    {
        var changed = new List<string>();
        Compare("name", before.Name, after.Name);
        Compare("givenName", before.GivenName, after.GivenName);
        Compare("familyName", before.FamilyName, after.FamilyName);
        Compare("jobTitle", before.JobTitle, after.JobTitle);
        Compare("company", before.CompanyId, after.CompanyId);
        Compare("externalId", before.ExternalId, after.ExternalId);
        CompareLists("emails", before.Emails, after.Emails);
        CompareLists("phones", before.Phones, after.Phones);
        Compare("preferredContactMethod", before.PreferredContactMethod, after.PreferredContactMethod);
        Compare("language", before.Language, after.Language);
        Compare("timeZone", before.TimeZone, after.TimeZone);
        Compare("address", before.Address, after.Address);
        CompareLists("tags", before.Tags, after.Tags);
        Compare("owner", before.OwnerId, after.OwnerId);
        foreach (var key in before.Custom.Keys.Union(after.Custom.Keys, StringComparer.Ordinal))
        {
            Compare($"custom:{key}", before.Custom[key], after.Custom[key]);
        }

        return changed;

        void Compare<T>(string field, T from, T to)
        {
            if (!EqualityComparer<T>.Default.Equals(from, to))
            {
                changed.Add(field);
            }
        }

        void CompareLists<T>(string field, IReadOnlyList<T> from, IReadOnlyList<T> to)
        {
            if (!from.SequenceEqual(to))
            {
                changed.Add(field);
            }
        }
    }
}
