using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Who has a right at a desk.</summary>
internal enum DeskGrantee
{
    Role,
    Team,
    User,
}

/// <summary>What everybody of a role or team, or one person, may do at the desk of a team.</summary>
/// <param name="Kind">Whether it is a role, a team or a person.</param>
/// <param name="Grantee">The key of the role, or the UUID of the team or person.</param>
/// <param name="Right">What they may do.</param>
internal sealed record DeskGrant(DeskGrantee Kind, string Grantee, DeskRight Right)
{
    public static DeskGrant Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var equals = text.LastIndexOf('=');
        return new DeskGrant(Enum.Parse<DeskGrantee>(text[..colon]), text[(colon + 1)..equals], Enum.Parse<DeskRight>(text[(equals + 1)..]));
    }

    public override string ToString() => $"{Kind}:{Grantee}={Right}";
}
