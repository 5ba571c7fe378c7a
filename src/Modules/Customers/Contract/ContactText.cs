using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers.Contract;

/// <summary>
/// A customer without a name is called by the e-mail address or telephone number, so that a name can be contact data.
/// Who may not see contact data sees such a name only as <see cref="Hidden"/>.
/// </summary>
public static class ContactText
{
    public const string Hidden = "…";

    /// <summary>Whether the text is an e-mail address or a telephone number.</summary>
    public static bool IsContact(string text) => EmailAddress.TryParse(text, out _) || PhoneNumber.TryParse(text, out _);

    /// <summary>The name as this caller may see it.</summary>
    public static string For(Caller caller, string name) => !caller.Can(CustomerPermissions.ReadContacts) && IsContact(name) ? Hidden : name;
}
