using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Files;

/// <summary>The key of a file.</summary>
public readonly record struct FileId(Guid Value) : IEntityId<FileId>
{
    public static string TypeName => "File";

    public static FileId From(Guid value) => new(value);
}

/// <summary>
/// A file somebody sent. Until a thing claims it, it belongs to its uploader alone and expires; afterwards whoever may
/// see that thing may download it.
/// </summary>
public sealed class StoredFile
{
    public const int LongestName = 255;

    private StoredFile()
    {
    }

    public StoredFile(string name, string contentType, long size, string sha256, UserId? uploadedBy, DateTimeOffset at, Guid? session = null)
    {
        Id = EntityId.New<FileId>(at);
        Name = FileName.Clean(name);
        ContentType = contentType;
        Size = size;
        Sha256 = sha256;
        UploadedBy = uploadedBy;
        UploadedInSession = session;
        UploadedAt = at;
    }

    public FileId Id { get; private set; }

    /// <summary>A harmless name: no path, no control or direction characters.</summary>
    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The content's address in the store, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public UserId? UploadedBy { get; private set; }

    /// <summary>The session on the portal in which it was sent; null for staff and for customers who are not signed in.</summary>
    public Guid? UploadedInSession { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>The kind of thing that holds the file, for example <c>Ticket</c>; null while unclaimed.</summary>
    public string? OwnerKind { get; private set; }

    public Guid? OwnerId { get; private set; }

    /// <summary>The file has another content from now on; who replaces it takes care of the old one.</summary>
    public void Replace(string sha256, long size) => (Sha256, Size) = (sha256, size);

    /// <summary>Whether nothing has it yet and the caller sent it.</summary>
    public bool IsFreeFor(Caller caller) => OwnerKind is null
        && (caller.Kind == CallerKind.System || (UploadedBy == caller.User && (UploadedInSession is not { } session || session == caller.Portal?.Session)));

    /// <summary>Gives the file to a thing, once. A file of another uploader answers like an unknown one.</summary>
    /// <exception cref="NotFound">when it is claimed already or was sent by somebody else</exception>
    public void Claim(string ownerKind, Guid ownerId, Caller caller)
    {
        if (!IsFreeFor(caller))
        {
            throw new NotFound("A file");
        }

        OwnerKind = ownerKind;
        OwnerId = ownerId;
    }
}
