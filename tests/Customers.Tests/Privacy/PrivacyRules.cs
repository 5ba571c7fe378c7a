using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;
using Shouldly;

namespace ServiceCrm.Customers.Tests;

public sealed class PrivacyRules
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_due_one_month_after_receipt_also_at_the_end_of_a_month() => Request(PrivacyKind.Export).DueAt.ShouldBe(new DateTimeOffset(2026, 2, 28, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Only_a_request_that_waits_can_be_cancelled()
    {
        var request = Request(PrivacyKind.Erasure);
        request.Take("node", Now.AddMinutes(5), Now);
        Should.Throw<RuleBroken>(() => request.Cancel(Now)).Code.ShouldBe("PRIVACY_REQUEST_STARTED");
    }

    [Fact]
    public void A_module_that_is_asked_twice_has_one_part_of_the_report_with_the_sum()
    {
        var request = Request(PrivacyKind.Erasure);
        request.Add("Tickets", new ErasureReport([new ErasedThing("messages", Anonymised: 3)], [new ReleasedContent("aa", Now)]));
        request.Add("Tickets", new ErasureReport([new ErasedThing("messages", Anonymised: 1), new ErasedThing("files", Removed: 1)], [new ReleasedContent("aa", Now)]));
        var part = request.Report.ShouldHaveSingleItem();
        part.Things.ShouldBe([new ErasedThing("messages", Anonymised: 4), new ErasedThing("files", Removed: 1)]);
        request.Released.ShouldHaveSingleItem();
        request.HasReleased.ShouldBeTrue();
    }

    [Fact]
    public void A_hash_depends_on_the_key_and_on_the_kind_and_not_on_the_spelling()
    {
        var (one, other) = (SuppressionKey.Parse("one"), SuppressionKey.Parse("other"));
        one.Of("Ada@Example.COM").ShouldBe(one.Of(" ada@example.com"));
        one.Of("0049 30 1234").ShouldBe(one.Of("+49-30-1234"));
        one.Of("ada@example.com").ShouldNotBe(other.Of("ada@example.com"));
        one.Of("nothing").ShouldBeNull();
        SuppressionKey.FromBase64(one.ToBase64()).Check.ShouldBe(one.Check);
    }

    private static PrivacyRequest Request(PrivacyKind kind) =>
        PrivacyRequest.Record(new PrivacyWish(kind, CustomerId.New(Now), PrivacyAskedBy.Customer, PrivacyAskedVia.Letter, "Letter", Now), null, Now, TimeSpan.Zero);
}
