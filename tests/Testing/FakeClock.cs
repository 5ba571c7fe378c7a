namespace ServiceCrm.Testing;

/// <summary>A clock that stands still until it is moved. Timers run in real time: tests wait for events, never for time.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
