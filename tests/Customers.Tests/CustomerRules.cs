using System.Text.Json;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

/// <summary>The rules of customers and of reading tables, without a database.</summary>
public sealed class CustomerRules
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_customer_is_called_by_name_else_address_else_telephone_else_number()
    {
        var details = new CustomerDetails { ExternalId = "K-7" };
        Customer.Create(details, Monday).DisplayName.ShouldBe("K-7");
        details.Phones = [new PhoneEntry(PhoneNumber.Parse("+49 30 123"), PhoneType.Work, Primary: false)];
        Customer.Create(details, Monday).DisplayName.ShouldBe("+49 30 123");
        details.Emails = [Email("ada@example.com")];
        Customer.Create(details, Monday).DisplayName.ShouldBe("ada@example.com");
        (details.GivenName, details.FamilyName) = ("Ada", "Byron");
        Customer.Create(details, Monday).DisplayName.ShouldBe("Ada Byron");
        details.Name = "Countess of Lovelace";
        Customer.Create(details, Monday).DisplayName.ShouldBe("Countess of Lovelace");
    }

    [Fact]
    public void Nobody_can_be_a_customer_without_anything_to_recognise_him_by() =>
        Should.Throw<InvalidInput>(() => Customer.Create(new CustomerDetails { JobTitle = "Ghost" }, Monday)).Problems.ShouldHaveSingleItem().Path.ShouldBe("name");

    [Fact]
    public void One_address_of_each_kind_is_primary_and_twins_are_dropped()
    {
        var customer = Customer.Create(new CustomerDetails { Emails = [Email("a@example.com"), Email("A@EXAMPLE.com"), Email("b@example.com")] }, Monday);
        customer.Emails.ShouldBe([new("a@example.com", EmailType.Work, true), new("b@example.com", EmailType.Work, false)]);
        customer.Change(customer.Details() with { Emails = [Email("b@example.com", primary: true), Email("a@example.com")] }, Monday);
        customer.PrimaryEmail.ShouldBe("b@example.com");
        customer.Emails.Select(e => e.Address).ShouldBe(["b@example.com", "a@example.com"]);
    }

    [Fact]
    public void A_change_keeps_the_rows_of_addresses_that_stay()
    {
        var customer = Customer.Create(new CustomerDetails { Emails = [Email("a@example.com"), Email("b@example.com")] }, Monday);
        var kept = customer.ContactPoints.Single(p => p.Key == "b@example.com");
        customer.Change(customer.Details() with { Emails = [Email("b@example.com")] }, Monday);
        customer.ContactPoints.ShouldHaveSingleItem().ShouldBeSameAs(kept);
        kept.IsPrimary.ShouldBeTrue();
    }

    [Fact]
    public void Orders_that_were_kept_are_revenue_by_currency()
    {
        var customer = Customer.Create(new CustomerDetails { Name = "Ada" }, Monday);
        Order.Place(customer, "1", Monday, OrderStatus.Delivered, new Money(1000, "EUR"), "");
        Order.Place(customer, "2", Monday, OrderStatus.Placed, new Money(500, "EUR"), "");
        Order.Place(customer, "3", Monday, OrderStatus.Cancelled, new Money(9900, "EUR"), "");
        Order.Place(customer, "4", Monday, OrderStatus.Delivered, new Money(700, "CHF"), "");
        customer.OrderCount.ShouldBe(4);
        customer.Revenue.ShouldBe([new Money(700, "CHF"), new Money(1500, "EUR")]);
    }

    [Fact]
    public void Before_images_bring_back_every_field()
    {
        var details = new CustomerDetails
        {
            Kind = CustomerKind.Company, Name = "Acme", ExternalId = "1", Emails = [Email("a@example.com", primary: true)], Phones = [new(PhoneNumber.Parse("030 12345"), PhoneType.Home, true)],
            PreferredContactMethod = ContactMethod.Whatsapp, Language = "de", TimeZone = "Europe/Berlin", Address = new("Weg 1", null, "10115", "Berlin", null, "Germany"), Tags = ["VIP"],
            Custom = CustomValues.None.With([new("score", 1.50m), new("ok", true), new("note", "a \"b\" ü")]),
        };
        var read = CustomerImage.Read(CustomerImage.Write(details));
        CustomerDifferences.Between(details, read).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1234.5", false, "1234.5")]
    [InlineData("1,234.50", false, "1234.50")]
    [InlineData("1.234,50", false, "1234.50")]
    [InlineData("1,234", false, "1234")]
    [InlineData("1,234", true, "1.234")]
    [InlineData("12,5", false, "12.5")]
    [InlineData("-7", false, "-7")]
    public void Numbers_are_read_as_their_country_writes_them(string text, bool decimalComma, string value)
    {
        CustomFieldValue.TryNumber(text, decimalComma, out var number).ShouldBeTrue();
        number.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("31.03.2026", false)]
    [InlineData("3/31/2026", false)]
    [InlineData("31/3/2026", true)]
    [InlineData("2026-03-31 10:15:00", false)]
    public void Dates_are_read_in_every_usual_form(string text, bool dayFirst)
    {
        CustomFieldValue.TryDate(text, dayFirst, out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(2026, 3, 31));
    }

    [Theory]
    [InlineData(CustomFieldType.Number, "\"many\"")]
    [InlineData(CustomFieldType.Date, "\"soon\"")]
    [InlineData(CustomFieldType.Boolean, "3")]
    [InlineData(CustomFieldType.Choice, "\"green\"")]
    [InlineData(CustomFieldType.Text, "{}")]
    internal void A_value_that_does_not_suit_its_field_is_refused(CustomFieldType type, string json)
    {
        var field = new CustomField("f", "F", type, ["red"], Monday);
        Should.Throw<FormatException>(() => CustomFieldValue.Read(field, JsonDocument.Parse(json).RootElement));
    }

    [Theory]
    [InlineData("a;b;c\n1;2,5;3\n", ";")]
    [InlineData("a,b\n\"x;y;z\",2\n", ",")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b|c\n1|2|3\n", "|")]
    [InlineData("email\na@example.com\n", ",")]
    public void The_sign_that_parts_the_columns_is_found(string text, string delimiter) => Delimiters.Guess(text).ShouldBe(delimiter);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-5", "'-5")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("harmless = yes", "harmless = yes")]
    public void Cells_that_a_spreadsheet_would_run_are_made_text(string cell, string safe) => FormulaGuard.Guard(cell).ShouldBe(safe);

    [Fact]
    public void The_command_line_names_what_it_does_not_understand()
    {
        ImportArguments.TryParse(["f.csv", "--map", "Name=name, Mail=email", "--existing", "update", "--dry-run", "--delimiter=;"], out var wish, out _).ShouldBeTrue();
        (wish!.File, wish.Map!["mail"], wish.Existing, wish.DryRun, wish.Delimiter).ShouldBe(("f.csv", "email", ExistingRows.Update, true, ";"));
        ImportArguments.TryParse(["f.csv", "--existing", "delete"], out _, out var mistake).ShouldBeFalse();
        mistake.ShouldBe("--existing is skip, update or refuse.");
        ImportArguments.TryParse(["--nonsense", "1"], out _, out mistake).ShouldBeFalse();
        mistake.ShouldBe("There is no option --nonsense.");
        ImportArguments.TryParse([], out _, out mistake).ShouldBeFalse();
        mistake.ShouldBe("Which file?");
    }

    private static EmailEntry Email(string address, bool primary = false) => new(EmailAddress.Parse(address), EmailType.Work, primary);
}
