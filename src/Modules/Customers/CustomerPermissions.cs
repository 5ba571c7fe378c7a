using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

internal static class CustomerPermissions
{
    public static readonly Permission Read = new("customers.customer.read", "See customers, their notes, orders and timeline");
    public static readonly Permission Write = new("customers.customer.write", "Create and change customers");
    public static readonly Permission Delete = new("customers.customer.delete", "Delete customers");
    public static readonly Permission WriteNotes = new("customers.note.write", "Write notes about customers and delete them");
    public static readonly Permission ManageFields = new("customers.field.manage", "Define custom fields of customers");
    public static readonly Permission RunImports = new("customers.import.run", "Import customers from files, check and undo imports");

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Read, [Roles.Manager, Roles.Agent, Roles.AccountManager, Roles.Marketing, Roles.Analyst]),
        new(Write, [Roles.Manager, Roles.Agent, Roles.AccountManager]),
        new(Delete, [Roles.Manager]),
        new(WriteNotes, [Roles.Manager, Roles.Agent, Roles.AccountManager]),
        new(ManageFields, [Roles.Manager]),
        new(RunImports, [Roles.Manager, Roles.Marketing]),
    ];
}
