using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.Tests.Execution;

public class PlanCacheTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void A_document_enters_on_its_second_sight()
    {
        var cache = new PlanCache(1_000_000, _clock);
        var entry = new PlanEntry();
        cache.Offer("{ a }"u8, entry);
        cache.TryGet("{ a }"u8, out _).ShouldBeFalse();
        cache.Offer("{ a }"u8, entry);
        cache.TryGet("{ a }"u8, out var found).ShouldBeTrue();
        found.ShouldBeSameAs(entry);
        cache.TryGet("{ b }"u8, out _).ShouldBeFalse();
    }

    [Fact]
    public void Documents_seen_once_push_nothing_out_and_the_size_is_bounded()
    {
        var cache = new PlanCache(100_000, _clock);
        for (var i = 0; i < 2; i++)
            cache.Offer("{ good }"u8, new PlanEntry());
        for (var i = 0; i < 500; i++)
        {
            cache.Offer(System.Text.Encoding.UTF8.GetBytes($"{{ once{i} }}"), new PlanEntry());
            cache.TryGet("{ good }"u8, out _).ShouldBeTrue();
        }

        for (var i = 0; i < 1000; i++)
        {
            var twice = System.Text.Encoding.UTF8.GetBytes($"{{ twice{i} }}");
            cache.Offer(twice, new PlanEntry());
            cache.Offer(twice, new PlanEntry());
            cache.TryGet("{ good }"u8, out _).ShouldBeTrue("what is in use has a second chance");
        }

        cache.Count.ShouldBeLessThan(60);
    }

    [Fact]
    public void Refusals_are_kept_only_briefly()
    {
        var cache = new PlanCache(1_000_000, _clock);
        var refusal = new PlanEntry { Expires = _clock.GetUtcNow() + TimeSpan.FromSeconds(30) };
        cache.Offer("{"u8, refusal);
        cache.Offer("{"u8, refusal);
        cache.TryGet("{"u8, out _).ShouldBeTrue();
        _clock.Now += TimeSpan.FromSeconds(31);
        cache.TryGet("{"u8, out _).ShouldBeFalse();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
