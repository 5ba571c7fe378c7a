using ServiceCrm.Platform.Values;
using Shouldly;
using Xunit;

namespace ServiceCrm.Platform.Tests;

public sealed class Values
{
    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("  ada.byron+crm@Sub.Example.COM ")]
    [InlineData("müller@example.org")]
    public void Addresses_people_have_are_taken(string text) => EmailAddress.Parse(text).Value.ShouldBe(text.Trim().Replace("Sub.Example.COM", "sub.example.com", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@")]
    [InlineData("@example.com")]
    [InlineData("ada@example")]
    [InlineData("ada@@example.com")]
    [InlineData("ada byron@example.com")]
    [InlineData("ada@example.com\r\nBcc: all@example.com")]
    [InlineData("ada@-example.com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada..b@example.com")]
    [InlineData("\"ada\"@example.com")]
    [InlineData("ada\0@example.com")]
    public void What_is_no_address_is_refused_with_words(string text)
    {
        EmailAddress.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => EmailAddress.Parse(text)).Message.ShouldContain("is not an e-mail address");
    }

    [Theory]
    [InlineData("+49 (30) 901820", "+4930901820")]
    [InlineData("0049 30 901820", "+4930901820")]
    [InlineData("030/901-820", "030901820")]
    public void Telephone_numbers_compare_by_their_digits(string text, string key) => PhoneNumber.Parse(text).Key.ShouldBe(key);

    [Theory]
    [InlineData("call me")]
    [InlineData("12")]
    [InlineData("+49+30")]
    public void What_is_no_number_is_refused(string text) => PhoneNumber.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("Café", "CAFE")]
    [InlineData("  Zoë   Müller\n", "ZOE MULLER")]
    [InlineData("ﬁne", "FINE")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Søren Ærø", "SOREN AERO")]
    [InlineData("Łukasz Đorđe Œuvre", "LUKASZ DORDE OEUVRE")]
    [InlineData("Ёлка", "ЕЛКА")]
    [InlineData(null, "")]
    public void Search_keys_know_no_accents_case_or_spacing(string? text, string key) => SearchKey.Of(text).ShouldBe(key);

    [Fact]
    public void Unsafe_text_is_mended_character_by_character()
    {
        SafeText.IsSafe("fine 😀").ShouldBeTrue();
        SafeText.IsSafe("a\0b").ShouldBeFalse();
        SafeText.IsSafe("a\ud800b").ShouldBeFalse();
        SafeText.Mend("a\0b\ud800c😀").ShouldBe("a\uFFFDb\uFFFDc😀");
        SafeText.Cut("ab😀", 3).ShouldBe("ab");
    }

    [Fact]
    public void Money_of_two_currencies_is_never_added()
    {
        (new Money(150, "EUR") + new Money(50, "EUR")).ShouldBe(new Money(200, "EUR"));
        Should.Throw<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "USD"));
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    public void Time_zones_are_kept_by_their_iana_name(string text, string zone) => Languages.ParseTimeZone(text).ShouldBe(zone);

    [Theory]
    [InlineData("Mars/Phobos")]
    [InlineData("")]
    public void Unknown_time_zones_are_refused(string text) => Should.Throw<FormatException>(() => Languages.ParseTimeZone(text));

    [Fact]
    public void Time_is_cut_to_milliseconds() =>
        Clock.Cut(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_345)).ShouldBe(new DateTimeOffset(2025, 12, 31, 22, 0, 0, 1, TimeSpan.Zero));
}
