namespace ServiceCrm.Platform.Files;

/// <summary>A kind of thing that holds files; it alone knows who may see them.</summary>
public interface IFileOwner
{
    /// <summary>The owner kind that files carry.</summary>
    string Kind { get; }

    /// <summary>Whether the caller of this scope sees the thing.</summary>
    Task<bool> IsVisible(Guid ownerId, CancellationToken ct);

    /// <summary>Whether a portal token opens the thing.</summary>
    Task<bool> IsVisibleByToken(Guid ownerId, string token, CancellationToken ct);
}
