using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>Why a permission reaches a thing or does not.</summary>
public enum AccessWhy
{
    /// <summary>No role of the person has the permission.</summary>
    NoPermission,

    /// <summary>The permission is for everything.</summary>
    Everything,

    /// <summary>The thing belongs to nobody and no team.</summary>
    BelongsToNobody,

    /// <summary>The thing is the person's own: assigned, or looked after.</summary>
    Own,

    /// <summary>The thing belongs to a team of the person, or to somebody in it.</summary>
    OwnTeam,

    /// <summary>The person has a right at the desk of the thing's team.</summary>
    DeskRight,

    /// <summary>The permission is for the own things, and this is none.</summary>
    NotOwn,

    /// <summary>The permission is for the things of the own teams, and this is none.</summary>
    OtherTeam,

    /// <summary>The desk is confidential and gives the person no such right.</summary>
    ConfidentialDesk,
}

/// <summary>What decides.</summary>
public static class AccessDecision
{
    /// <summary>Whether the reason is one to allow.</summary>
    public static bool Allows(this AccessWhy why) => why is AccessWhy.Everything or AccessWhy.BelongsToNobody or AccessWhy.Own or AccessWhy.OwnTeam or AccessWhy.DeskRight;
}

/// <summary>One permission for one thing.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Why">Why it reaches the thing or does not.</param>
public sealed record AccessReason(Permission Permission, AccessWhy Why);

/// <summary>Implemented by modules for their things: says why somebody can see or do something, by the code that decides it.</summary>
public interface IExplainsAccess
{
    /// <summary>The type of the things, as global ids name it.</summary>
    string TypeName { get; }

    /// <summary>For each permission about the thing whether it reaches it; null when whoever asks does not see the thing.</summary>
    Task<IReadOnlyList<AccessReason>?> Explain(Guid id, Caller who, CancellationToken ct);
}
