using ServiceCrm.GraphQL.Errors;

namespace ServiceCrm.GraphQL.Tests.Validation;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("abc", "a,ab,abc", "abc,ab,a")]
    [InlineData("greenish", "green", "green")]
    [InlineData("green", "greenishly", "")]
    [InlineData("verylongstring", "VERYLONGSTRING", "VERYLONGSTRING")]
    [InlineData("agr", "arg", "arg")]
    [InlineData("214365879", "123456789", "123456789")]
    [InlineData("name", "name10,name09", "name09,name10")]
    public void Near_names_come_first(string name, string candidates, string suggestions) =>
        string.Join(',', Suggestions.For(name, candidates.Split(','))).ShouldBe(suggestions);

    [Theory]
    [InlineData("", "")]
    [InlineData("A", " Did you mean \"A\"?")]
    [InlineData("A,B", " Did you mean \"A\" or \"B\"?")]
    [InlineData("A,B,C,D,E,F", " Did you mean \"A\", \"B\", \"C\", \"D\", or \"E\"?")]
    public void At_most_five_are_named(string names, string text) =>
        Suggestions.DidYouMean(names.Split(',', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(text);
}
