using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>What is a password and what is none.</summary>
public sealed class PasswordRuleCases
{
    private readonly PasswordRules _rules = new(Options.Create(new AccessOptions { MinPasswordLength = 8, Issuer = "Northwind" }));
    private readonly User _ada = User.Create("Ada Lovelace", EmailAddress.Parse("countess@example.com"), [Roles.Agent], DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_list_holds_more_than_ten_thousand() => CommonPasswords.Count.ShouldBeGreaterThan(10_000);

    [Theory]
    [InlineData("password")]
    [InlineData("PassWord1")]
    [InlineData("qwertyuiop")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("basketball")]
    [InlineData("dragon2024!!")]
    [InlineData("!!superman99")]
    [InlineData("ｐａｓｓｗｏｒｄ")]
    public async Task Common_passwords_are_refused_dressed_up_or_not(string password) => (await Problem(password)).ShouldBe("PasswordTooEasy");

    [Theory]
    [InlineData("my-LOVELACE-secret")]
    [InlineData("countess-of-1815")]
    [InlineData("northwind-rocks-on")]
    public async Task Names_of_person_address_and_company_are_refused(string password) => (await Problem(password)).ShouldBe("PasswordHasName");

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("     x y z w     ")]
    [InlineData("Эх, дороги, пыль да туман")]
    [InlineData("鍵は机の引き出しの中に")]
    [InlineData("🦊🐢🦉🐝 in the garden")]
    public async Task Spaces_and_every_script_are_welcome(string password) => (await Problem(password)).ShouldBeNull();

    [Fact]
    public async Task A_password_may_be_long()
    {
        (await Problem(string.Concat(Enumerable.Repeat("ab c", 50)))).ShouldBeNull();
        (await Problem(string.Concat(Enumerable.Repeat("ab c", 51)))).ShouldBe("PasswordTooLong");
    }

    [Fact]
    public void What_looks_alike_is_one_password_and_older_hashes_still_fit()
    {
        var passwords = new NormalPasswords(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var composed = "müde Füße im Gras";
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        decomposed.ShouldNotBe(composed);
        passwords.VerifyHashedPassword(_ada, passwords.HashPassword(_ada, decomposed), composed).ShouldBe(PasswordVerificationResult.Success);
        var old = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(_ada, decomposed);
        passwords.VerifyHashedPassword(_ada, old, decomposed).ShouldBe(PasswordVerificationResult.SuccessRehashNeeded);
        passwords.VerifyHashedPassword(_ada, old, "something else").ShouldBe(PasswordVerificationResult.Failed);
    }

    private async Task<string?> Problem(string password) => (await _rules.ValidateAsync(null!, _ada, password)).Errors.FirstOrDefault()?.Code;
}
