using System.Text.Json;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal static class CustomerTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<CustomerId>();
        schema.Id<CustomerNoteId>();
        schema.Id<OrderId>();
        schema.Id<TimelineEntryId>();
        schema.Id<CustomFieldId>();
        schema.Record<Money>(description: "An amount in minor units (cents) of one ISO 4217 currency.");
        schema.Record<CustomerEmail>();
        schema.Record<CustomerPhone>();
        schema.Object<Customer>("Customer", DeclareCustomer);
        DeclareParts(schema);
    }

    private static void DeclareCustomer(ObjectBuilder<Customer> t)
    {
        t.Describe("A person or company that buys from us or asks us for help.");
        t.Node(x => x.Id, CustomerLoaders.Customers, CustomerPermissions.Read);
        t.Field("version", x => x.Version);
        t.Field("kind", x => x.Kind);
        t.Resolve("displayName", CustomerFields.DisplayName).Reads(nameof(Customer.DisplayName)).Describe("What to call the customer everywhere: the name, else the e-mail address, phone or customer number.");
        t.NullableField("name", x => x.Name);
        t.NullableField("givenName", x => x.GivenName);
        t.NullableField("familyName", x => x.FamilyName);
        t.NullableField("jobTitle", x => x.JobTitle);
        t.Reference("company", x => x.CompanyId).Describe("The company a person works for.");
        t.NullableField("externalId", x => x.ExternalId).Describe("The customer number in another system; unique.");
        t.Field("emails", x => x.Emails).HiddenWithout(CustomerPermissions.ReadContacts);
        t.Field("phones", x => x.Phones).HiddenWithout(CustomerPermissions.ReadContacts);
        t.NullableField("primaryEmail", x => x.PrimaryEmail).HiddenWithout(CustomerPermissions.ReadContacts);
        t.NullableField("primaryPhone", x => x.PrimaryPhone).HiddenWithout(CustomerPermissions.ReadContacts);
        t.Field("preferredContactMethod", x => x.PreferredContactMethod);
        t.NullableField("language", x => x.Language);
        t.NullableField("timeZone", x => x.TimeZone);
        t.NullableField("address", x => x.Address).HiddenWithout(CustomerPermissions.ReadContacts);
        t.Field("tags", x => x.Tags);
        t.LoadMany("customValues", x => x, CustomerLoaders.CustomValues);
        t.Reference("owner", x => x.OwnerId).Describe("The account manager.");
        t.Field("createdAt", x => x.CreatedAt);
        t.Field("updatedAt", x => x.UpdatedAt);
        t.Field("lastContactAt", x => x.LastContactAt);
        t.Load("portalAccess", x => x.Id, CustomerLoaders.PortalAccess).HiddenWithout(CustomerPermissions.ReadContacts).Describe("How the customer uses the portal; null when nobody has signed in yet.");
        t.Field("orderCount", x => x.OrderCount);
        t.Field("revenue", x => x.Revenue).HiddenWithout(CustomerPermissions.ReadMoney).Describe("What the customer has ordered and kept, one sum a currency.");
        t.Resolve("orders", CustomerHistory.Orders);
        t.Resolve("notes", CustomerHistory.Notes).HiddenWithout(CustomerPermissions.ReadNotes);
        t.Resolve("timeline", CustomerHistory.Timeline).Describe("Everything that happened, newest first.");
    }

    private static void DeclareParts(SchemaBuilder schema)
    {
        schema.Record<Address>(description: "A postal address as it was given.");
        schema.Record<PortalAccess>(description: "Sign-ins to the portal with one of the customer's e-mail addresses.");
        schema.Record<CustomValue>();
        schema.Object<CustomField>("CustomField", t =>
        {
            t.Node(x => x.Id, CustomerLoaders.Fields, CustomerPermissions.Read);
            t.Field("key", x => x.Key);
            t.Field("label", x => x.Label);
            t.Field("type", x => x.Type);
            t.Field("choices", x => x.Choices);
            t.NullableField("archivedAt", x => x.ArchivedAt).Describe("Since when the field is out of use; its values are kept.");
            t.Field("version", x => x.Version);
        });
        schema.Object<Order>("Order", t =>
        {
            t.Node(x => x.Id, CustomerLoaders.Orders, CustomerPermissions.Read);
            t.Field("number", x => x.Number);
            t.Field("placedAt", x => x.PlacedAt);
            t.Field("status", x => x.Status);
            t.Field("total", x => x.Total).HiddenWithout(CustomerPermissions.ReadMoney);
            t.Field("summary", x => x.Summary);
        });
        schema.Object<CustomerNote>("CustomerNote", t =>
        {
            t.Node(x => x.Id, CustomerLoaders.Notes, CustomerPermissions.Read);
            t.Field("body", x => x.Body);
            t.Reference("author", x => x.AuthorId);
            t.Field("createdAt", x => x.CreatedAt);
        });
        schema.Object<TimelineEntry>("TimelineEntry", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("at", x => x.At);
            t.Field("kind", x => x.Kind);
            t.Resolve("title", CustomerFields.Title);
            t.NullableField("text", x => x.Text);
            t.Reference("actor", x => x.ActorId);
            t.AnyNode("subject", x => x.SubjectType is { } type && x.SubjectId is { } id ? GlobalId.Encode(type, id) : null).Describe("The ticket, order, note or import it is about.");
        });
    }
}

/// <summary>What depends on who looks.</summary>
internal static class CustomerFields
{
    public static string DisplayName(Customer customer, Caller caller) => ContactText.For(caller, customer.DisplayName);

    public static string Title(TimelineEntry entry, Caller caller) => ContactText.For(caller, entry.Title);
}

/// <summary>The value of one custom field.</summary>
internal sealed record CustomValue(CustomField Field, JsonElement? Value);
