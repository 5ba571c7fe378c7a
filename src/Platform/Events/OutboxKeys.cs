namespace ServiceCrm.Platform.Events;

/// <summary>
/// Keys of outbox messages that keep the order in which they were made, also within one millisecond, where those of the
/// framework are in random order: a ticket is opened before its first message is added.
/// </summary>
public static class OutboxKeys
{
    private const int MostInAMillisecond = 1 << 12;
    private static readonly Lock Gate = new();
    private static long _millisecond;
    private static int _count;

    /// <summary>A key behind all others of this millisecond that this process has made.</summary>
    public static DeadLetterId Next(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        // RFC 9562, section 6.2, method 1: the twelve bits behind the time count.
        var count = Count(now.ToUnixTimeMilliseconds());
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        return new DeadLetterId(new Guid(bytes, bigEndian: true));
    }

    private static int Count(long millisecond)
    {
        lock (Gate)
        {
            _count = millisecond == _millisecond ? (_count + 1) % MostInAMillisecond : 0;
            _millisecond = millisecond;
            return _count;
        }
    }
}
