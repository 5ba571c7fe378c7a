using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record CreateCustomerInput(
    CustomerKind Kind = CustomerKind.Person,
    string? Name = null,
    string? GivenName = null,
    string? FamilyName = null,
    string? JobTitle = null,
    CustomerId? CompanyId = null,
    string? ExternalId = null,
    IReadOnlyList<EmailInput>? Emails = null,
    IReadOnlyList<PhoneInput>? Phones = null,
    ContactMethod? PreferredContactMethod = null,
    string? Language = null,
    string? TimeZone = null,
    AddressInput? Address = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<CustomValueInput>? CustomValues = null,
    UserId? OwnerId = null,
    bool AllowDuplicate = false);

internal static class CreateCustomer
{
    public static async Task<Customer> Run(
        CreateCustomerInput input, CrmDb db, Caller caller, ICustomers customers, IAccess access, TimeProvider clock, CancellationToken ct)
    {
        var details = Read(input, await ListCustomFields.InUse(db, ct));
        await CustomerReferences.Check(details, current: null, db, access, ct);
        if (!input.AllowDuplicate && await PossibleDuplicates.Of(details, db, ct) is [var twin, ..])
        {
            throw new RuleBroken("POSSIBLE_DUPLICATE", $"{twin.DisplayName} may be the same customer. Look there first, or create this one all the same.");
        }

        details.Tags = await KnownTags.Spell(db, details.Tags, ct);
        var now = clock.Now();
        var customer = Customer.Create(details, now);
        db.Add(customer);
        customers.AddToTimeline(customer.Id, new TimelineNews(TimelineKind.CustomerCreated, customer.DisplayName, null, now, caller.User, null, null, IsContact: false));
        await db.SaveChangesAsync(ct);
        return customer;
    }

    private static CustomerDetails Read(CreateCustomerInput input, IReadOnlyDictionary<string, CustomField> fields)
    {
        var check = new InputCheck();
        var details = new CustomerDetails
        {
            Kind = input.Kind,
            Name = check.Optional("name", input.Name, CustomerLimits.Name),
            GivenName = check.Optional("givenName", input.GivenName, CustomerLimits.Name),
            FamilyName = check.Optional("familyName", input.FamilyName, CustomerLimits.Name),
            JobTitle = check.Optional("jobTitle", input.JobTitle, CustomerLimits.Name),
            CompanyId = input.CompanyId,
            ExternalId = check.Optional("externalId", input.ExternalId, CustomerLimits.ExternalId),
            Emails = CustomerInputs.Emails(check, input.Emails),
            Phones = CustomerInputs.Phones(check, input.Phones),
            PreferredContactMethod = input.PreferredContactMethod,
            Language = check.Parse("language", input.Language, Languages.ParseTag),
            TimeZone = check.Parse("timeZone", input.TimeZone, Languages.ParseTimeZone),
            Address = CustomerInputs.PostalAddress(check, input.Address),
            Tags = CustomerInputs.Tags(check, "tags", input.Tags),
            Custom = CustomerInputs.Custom(check, Customers.CustomValues.None, input.CustomValues, fields),
            OwnerId = input.OwnerId,
        };
        check.ThrowIfAny();
        return details;
    }
}
