namespace ServiceCrm.GraphQL.Execution;

/// <summary>The members of one payload of incremental delivery, collected until it is sent.</summary>
internal sealed class PayloadParts
{
    private readonly List<byte[]> _pending = [];
    private readonly List<byte[]> _incremental = [];
    private readonly List<byte[]> _completed = [];

    /// <summary>Says that a part will come, and where it belongs.</summary>
    public void Announce(string id, ImmutableArray<PathSegment> path, string? label)
    {
        var ending = label is null ? "}"u8 : [.. ",\"label\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(label), (byte)'}'];
        _pending.Add([.. "{\"id\":\""u8, .. Encoding.UTF8.GetBytes(id), .. "\",\"path\":"u8, .. PathJson(path.AsSpan()), .. ending]);
    }

    /// <summary>Brings data or items.</summary>
    /// <param name="id">Of an announced part.</param>
    /// <param name="subPath">Where below its path.</param>
    /// <param name="body">The other members of the entry.</param>
    public void Add(string id, ReadOnlySpan<PathSegment> subPath, byte[] body)
    {
        var place = subPath.IsEmpty ? [] : (byte[])[.. ",\"subPath\":"u8, .. PathJson(subPath)];
        _incremental.Add([.. "{\"id\":\""u8, .. Encoding.UTF8.GetBytes(id), (byte)'"', .. place, (byte)',', .. body, (byte)'}']);
    }

    /// <summary>Ends a part; <paramref name="errors"/> when it failed.</summary>
    public void Complete(string id, byte[]? errors)
    {
        var ending = errors is null ? "}"u8 : [(byte)',', .. errors, (byte)'}'];
        _completed.Add([.. "{\"id\":\""u8, .. Encoding.UTF8.GetBytes(id), (byte)'"', .. ending]);
    }

    /// <summary>Writes the members and forgets them.</summary>
    public void WriteTo(Utf8Output output, bool hasNext)
    {
        WriteTo(output, "\"pending\":["u8, _pending);
        WriteTo(output, "\"incremental\":["u8, _incremental);
        WriteTo(output, "\"completed\":["u8, _completed);
        output.Raw(hasNext ? "\"hasNext\":true"u8 : "\"hasNext\":false"u8);
    }

    private static void WriteTo(Utf8Output output, ReadOnlySpan<byte> name, List<byte[]> entries)
    {
        if (entries.Count == 0)
            return;
        output.Raw(name);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.Raw(entries[i]);
        }

        output.Raw("],"u8);
        entries.Clear();
    }

    private static byte[] PathJson(ReadOnlySpan<PathSegment> path)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            GraphQLError.WritePath(writer, path);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
