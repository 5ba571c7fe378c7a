namespace ServiceCrm.Customers;

/// <summary>A tag that some customer has or had: what the tag field suggests.</summary>
internal sealed class CustomerTag(string key, string name)
{
    /// <summary>The comparable form: "VIP" and "vip" are one tag.</summary>
    public string Key { get; private set; } = key;

    public string Name { get; private set; } = name;
}
