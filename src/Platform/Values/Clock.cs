namespace ServiceCrm.Platform.Values;

/// <summary>The precision of time in this system: milliseconds, which every engine keeps.</summary>
public static class Clock
{
    /// <summary>Now, in UTC, cut to milliseconds.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => Cut(clock.GetUtcNow());

    public static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
