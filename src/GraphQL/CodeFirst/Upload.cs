namespace ServiceCrm.GraphQL;

/// <summary>A file sent with a multipart request. The engine deletes its temporary copy when the request ends.</summary>
public sealed class Upload
{
    private readonly Func<Stream> _open;

    public Upload(string fileName, string contentType, long length, Func<Stream> open)
    {
        FileName = fileName;
        ContentType = contentType;
        Length = length;
        _open = open;
    }

    /// <summary>The name the client gave, without any folder; never use it as a path.</summary>
    public string FileName { get; }

    /// <summary>The media type the client claims.</summary>
    public string ContentType { get; }

    /// <summary>Size in bytes.</summary>
    public long Length { get; }

    /// <summary>Opens the content for reading; may be called more than once.</summary>
    public Stream OpenRead() => _open();
}
