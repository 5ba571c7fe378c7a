namespace ServiceCrm.GraphQL.Documents;

/// <summary>
/// Documents that clients have registered by sending them once with their hash (Apollo's automatic persisted queries). Bounded by bytes; the
/// oldest go first, and whoever needs one again sends it again.
/// </summary>
internal sealed class AutomaticDocuments(int maxBytes)
{
    private readonly Dictionary<string, byte[]> _texts = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _gate = new();
    private long _bytes;

    public bool IsOn => maxBytes > 0;

    public byte[]? Find(string hash)
    {
        lock (_gate)
        {
            return _texts.GetValueOrDefault(hash);
        }
    }

    public void Keep(string hash, byte[] text)
    {
        // One document must not push out all others.
        if (text.Length > maxBytes / 8)
            return;
        lock (_gate)
        {
            if (!_texts.TryAdd(hash, text))
                return;
            _order.Enqueue(hash);
            _bytes += text.Length;
            while (_bytes > maxBytes)
            {
                var oldest = _order.Dequeue();
                _bytes -= _texts[oldest].Length;
                _texts.Remove(oldest);
            }
        }
    }
}
