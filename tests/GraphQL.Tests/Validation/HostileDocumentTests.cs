using System.Diagnostics;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Validation;

/// <summary>Documents made to be expensive. The times allowed are far above what is measured (see each test) and far below what a naive algorithm takes.</summary>
public sealed class HostileDocumentTests
{
    private static readonly Schema Schema = SdlReader.Read("type Query { a(x: Int): Query b: Int i: I } interface I { c: I } type T implements I { c: I }").Build();

    [Fact]
    public void Thousands_of_equal_fields_are_merged_quickly() =>
        Validate("{" + Repeat(20_000, _ => "b ") + Repeat(5_000, _ => "a(x: 1) { b a { b } } ") + "}").ShouldBeEmpty();

    [Fact]
    public void Repetition_at_every_level_is_merged_quickly() =>
        Validate("{" + Repeat(40, _ => "a {" + Repeat(40, _ => "a {" + Repeat(12, _ => "b ") + "}") + "}") + "}").ShouldBeEmpty();

    [Fact]
    public void Fragments_that_multiply_each_other_are_merged_quickly() =>
        Validate("{ ...F0 } fragment F200 on Query { b }" + Repeat(200, i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} x: a {{ ...F{i + 1} }} }}")).ShouldBeEmpty();

    [Fact]
    public void Thousands_of_conflicts_end_in_a_bounded_number_of_errors() =>
        Validate("{" + Repeat(5_000, i => $"a(x: {i}) {{ b }} ") + "}").Count.ShouldBeLessThanOrEqualTo(101);

    [Fact]
    public void A_chain_of_fragments_can_be_as_long_as_the_document() =>
        Validate("{ ...F0 } fragment F9000 on Query { b }" + Repeat(9_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }}"))
            .ShouldAllBe(error => error == "Validation aborted.");

    [Fact]
    public void A_ring_of_fragments_is_one_error() =>
        Validate("{ ...F0 }" + Repeat(100, i => $"fragment F{i} on Query {{ a {{ ...F{(i + 1) % 100} }} }}")).Count.ShouldBe(1);

    [Fact]
    public void Every_fragment_in_every_fragment_is_given_up() =>
        Validate("{ ...F0 }" + Repeat(300, i => $"fragment F{i} on Query {{ {Repeat(300, j => $"...F{j} ")} }}")).Count.ShouldBeLessThanOrEqualTo(101);

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static List<string> Validate(string document)
    {
        var parsed = Parser.Parse(document, ParserOptions.TypeSystem);
        var watch = Stopwatch.StartNew();
        var errors = Validator.Validate(Schema, parsed).Select(error => error.Message).ToList();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        return errors;
    }
}
