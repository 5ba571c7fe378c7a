using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>Every query, mutation and subscription of the module with its permission, staff and portal apart.</summary>
internal static class CustomersSchema
{
    public static void Declare(SchemaBuilder schema)
    {
        CustomerTypes.Declare(schema);
        ImportTypes.Declare(schema);
        PrivacyTypes.Declare(schema);

        schema.Query("customer", CustomerPermissions.Read, GetCustomer.Run);
        schema.Query("customers", CustomerPermissions.Read, SearchCustomers.Run);
        schema.Query("possibleDuplicates", CustomerPermissions.Read, PossibleDuplicates.Run);
        schema.Query("customFields", CustomerPermissions.Read, ListCustomFields.Run);
        schema.Query("customerTags", CustomerPermissions.Read, ListCustomerTags.Run);
        schema.Query("imports", CustomerPermissions.RunImports, ListImports.Run);
        schema.Query("import", CustomerPermissions.RunImports, GetImport.Run);
        schema.Query("importTargets", CustomerPermissions.RunImports, ListImportTargets.Run);
        schema.Query("privacyRequests", CustomerPermissions.ManagePrivacy, ListPrivacyRequests.Run);
        schema.Query("privacyRequest", CustomerPermissions.ManagePrivacy, GetPrivacyRequest.Run);

        schema.Mutation("createCustomer", CustomerPermissions.Write, CreateCustomer.Run);
        schema.Mutation("updateCustomer", CustomerPermissions.Write, UpdateCustomer.Run);
        schema.Mutation("endPortalSessions", CustomerPermissions.Write, EndPortalSessions.Run);
        schema.Mutation("deleteCustomer", CustomerPermissions.Delete, DeleteCustomer.Run);
        schema.Mutation("addCustomerNote", CustomerPermissions.WriteNotes, AddCustomerNote.Run);
        schema.Mutation("deleteCustomerNote", CustomerPermissions.WriteNotes, DeleteCustomerNote.Run);
        schema.Mutation("createCustomField", CustomerPermissions.ManageFields, CreateCustomField.Run);
        schema.Mutation("updateCustomField", CustomerPermissions.ManageFields, UpdateCustomField.Run);
        schema.Mutation("createImport", CustomerPermissions.RunImports, CreateImport.Run);
        schema.Mutation("configureImport", CustomerPermissions.RunImports, ConfigureImport.Run);
        schema.Mutation("checkImport", CustomerPermissions.RunImports, CheckImport.Run);
        schema.Mutation("runImport", CustomerPermissions.RunImports, RunImport.Run);
        schema.Mutation("cancelImport", CustomerPermissions.RunImports, CancelImport.Run);
        schema.Mutation("undoImport", CustomerPermissions.RunImports, UndoImport.Run);

        schema.Mutation("requestCustomerExport", CustomerPermissions.ManagePrivacy, RequestCustomerExport.Run);
        schema.Mutation("requestCustomerErasure", CustomerPermissions.ManagePrivacy, RequestCustomerErasure.Run);
        schema.Mutation("cancelPrivacyRequest", CustomerPermissions.ManagePrivacy, CancelPrivacyRequest.Run);

        schema.Subscription("importProgressed", CustomerPermissions.RunImports, ImportProgressed.Run);
    }

    public static void Portal(SchemaBuilder schema)
    {
        schema.Id<CustomerId>();
        schema.Id<PortalSessionId>();
        schema.Record<Me>(description: "Who is signed in.");
        schema.Record<MyCustomer>(description: "A customer for whom the session speaks.");
        schema.Record<MySession>(description: "A browser that is signed in with the same address.");
        schema.Query("me", SchemaBuilder.Anyone, ReadMe.Run).Describe("Null when nobody is signed in.");
        schema.Mutation("changeMyLanguage", Caller.SignedInOnPortal, ChangeMyLanguage.Run);
    }
}
