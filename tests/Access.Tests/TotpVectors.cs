using System.Text;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>RFC 6238, appendix B; RFC 4226, appendix D; RFC 4648, section 10.</summary>
public sealed class TotpVectors
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_of_times_are_those_of_the_specification(long seconds, string code)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Totp.Code(Secret, step, digits: 8).ShouldBe(code);
        Totp.Code(Secret, step).ShouldBe(code[2..]);
    }

    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void Codes_of_counters_are_those_of_the_specification(long counter, string code) => Totp.Code(Secret, counter).ShouldBe(code);

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_specification(string text, string encoded) => Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_may_be_one_step_off_and_not_two(int off, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        Totp.Match(Secret, Totp.Code(Secret, Totp.StepOf(now) + off), now, lastStep: 0).HasValue.ShouldBe(accepted);
    }

    [Fact]
    public void A_code_of_the_last_used_step_or_an_older_one_is_refused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepOf(now);
        Totp.Match(Secret, Totp.Code(Secret, step), now, lastStep: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step - 1), now, lastStep: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step + 1), now, lastStep: step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_is_refused(string typed) => Totp.Match(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59), lastStep: -1).ShouldBeNull();

    [Fact]
    public void Spaces_in_a_code_do_not_matter() => Totp.Match(Secret, " 287 082 ", DateTimeOffset.FromUnixTimeSeconds(59), lastStep: -1).ShouldBe(1);

    [Fact]
    public void The_uri_names_the_installation_and_the_account() =>
        Totp.Uri("Acme & Sons", "ada@example.com", Secret).ShouldBe("otpauth://totp/Acme%20%26%20Sons:ada%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme%20%26%20Sons&algorithm=SHA1&digits=6&period=30");
}
