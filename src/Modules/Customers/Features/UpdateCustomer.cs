using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Only what is sent is changed; null takes a value away. Custom values are changed one by one, lists as a whole.</summary>
internal sealed record UpdateCustomerInput(
    CustomerId CustomerId,
    long? ExpectedVersion = null,
    Optional<string?> Name = default,
    Optional<string?> GivenName = default,
    Optional<string?> FamilyName = default,
    Optional<string?> JobTitle = default,
    Optional<CustomerId?> CompanyId = default,
    Optional<string?> ExternalId = default,
    Optional<IReadOnlyList<EmailInput>?> Emails = default,
    Optional<IReadOnlyList<PhoneInput>?> Phones = default,
    Optional<ContactMethod?> PreferredContactMethod = default,
    Optional<string?> Language = default,
    Optional<string?> TimeZone = default,
    Optional<AddressInput?> Address = default,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<IReadOnlyList<CustomValueInput>?> CustomValues = default,
    Optional<UserId?> OwnerId = default);

internal static class UpdateCustomer
{
    public static async Task<Customer> Run(
        UpdateCustomerInput input, CrmDb db, Caller caller, ICustomers customers, IAccess access, TimeProvider clock, CancellationToken ct)
    {
        var customer = await db.Customers.AsSingleQuery().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        customer.Expect(input.ExpectedVersion);
        caller.Require(CustomerPermissions.Write, customer);
        if (input.Emails.IsSet || input.Phones.IsSet || input.Address.IsSet)
        {
            caller.Require(CustomerPermissions.ReadContacts);
        }

        var before = customer.Details();
        var details = Apply(input, customer.Details(), await ListCustomFields.InUse(db, ct));
        await CustomerReferences.Check(details, customer, db, access, ct);
        details.Tags = await KnownTags.Spell(db, details.Tags, ct);
        var changed = CustomerDifferences.Between(before, details);
        if (changed.Count == 0)
        {
            return customer;
        }

        var now = clock.Now();
        customer.Change(details, now);
        customers.AddToTimeline(customer.Id, new TimelineNews(TimelineKind.CustomerChanged, customer.DisplayName, string.Join(", ", changed), now, caller.User, null, null, IsContact: false));
        await db.SaveChangesAsync(ct);
        return customer;
    }

    private static CustomerDetails Apply(UpdateCustomerInput input, CustomerDetails details, IReadOnlyDictionary<string, CustomField> fields)
    {
        var check = new InputCheck();
        Set(input.Name, v => details.Name = check.Optional("name", v, CustomerLimits.Name));
        Set(input.GivenName, v => details.GivenName = check.Optional("givenName", v, CustomerLimits.Name));
        Set(input.FamilyName, v => details.FamilyName = check.Optional("familyName", v, CustomerLimits.Name));
        Set(input.JobTitle, v => details.JobTitle = check.Optional("jobTitle", v, CustomerLimits.Name));
        Set(input.CompanyId, v => details.CompanyId = v);
        Set(input.ExternalId, v => details.ExternalId = check.Optional("externalId", v, CustomerLimits.ExternalId));
        Set(input.Emails, v => details.Emails = CustomerInputs.Emails(check, v));
        Set(input.Phones, v => details.Phones = CustomerInputs.Phones(check, v));
        Set(input.PreferredContactMethod, v => details.PreferredContactMethod = v);
        Set(input.Language, v => details.Language = check.Parse("language", v, Languages.ParseTag));
        Set(input.TimeZone, v => details.TimeZone = check.Parse("timeZone", v, Languages.ParseTimeZone));
        Set(input.Address, v => details.Address = CustomerInputs.PostalAddress(check, v));
        Set(input.Tags, v => details.Tags = CustomerInputs.Tags(check, "tags", v));
        Set(input.CustomValues, v => details.Custom = CustomerInputs.Custom(check, details.Custom, v, fields));
        Set(input.OwnerId, v => details.OwnerId = v);
        check.ThrowIfAny();
        return details;
    }

    private static void Set<T>(Optional<T> given, Action<T?> set)
    {
        if (given.IsSet)
        {
            set(given.Value);
        }
    }
}
