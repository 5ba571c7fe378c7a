using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

internal static class CustomerPermissions
{
    public static readonly Permission Read = new("customers.customer.read", "See customers, their orders and timeline", IsScoped: true);
    public static readonly Permission ReadContacts = new("customers.contact.read", "See e-mail addresses, telephone numbers and postal addresses of customers");
    public static readonly Permission ReadMoney = new("customers.money.read", "See revenue of customers and totals of orders");
    public static readonly Permission ReadNotes = new("customers.note.read", "See notes about customers");
    public static readonly Permission Write = new("customers.customer.write", "Create and change customers", IsScoped: true);
    public static readonly Permission Delete = new("customers.customer.delete", "Delete customers", IsScoped: true);
    public static readonly Permission WriteNotes = new("customers.note.write", "Write notes about customers and delete them", IsScoped: true);
    public static readonly Permission ManageFields = new("customers.field.manage", "Define custom fields of customers");
    public static readonly Permission RunImports = new("customers.import.run", "Import customers from files, check and undo imports; needs to see all customers and their contact data");

    public static readonly Permission ManagePrivacy = new("customers.privacy.manage", "Hand out and erase all data of a customer on request; an export needs to see contact data, notes and money too");

    private static readonly string[] Workers = [Roles.Manager, Roles.Agent, Roles.AccountManager];

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Read, [.. Workers, Roles.Marketing, Roles.Analyst]),
        new(ReadContacts, [.. Workers, Roles.Marketing]),
        new(ReadMoney, [.. Workers, Roles.Marketing, Roles.Analyst]),
        new(ReadNotes, [.. Workers, Roles.Marketing]),
        new(Write, Workers),
        new(Delete, [Roles.Manager]),
        new(WriteNotes, Workers),
        new(ManageFields, [Roles.Manager]),
        new(ManagePrivacy, [Roles.Manager]),
        new(RunImports, [Roles.Manager, Roles.Marketing]),
    ];
}
