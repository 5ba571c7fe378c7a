using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record MeTeam(string Id, string Name);

/// <summary>The signed-in person, as the console needs it.</summary>
internal sealed record Me(string Id, string Name, string Email, string Language, string TimeZone, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<MeTeam> Teams, string? ReadOnlyBecause)
{
    /// <summary>Whether a second factor must be set up before anything else.</summary>
    public bool MustEnrol { get; init; }

    /// <summary>When an administrator took the second factors away; null once the person has seen it.</summary>
    public DateTimeOffset? FactorsResetAt { get; init; }

    /// <summary>Recovery codes left, where they are so few that new ones should be made; null otherwise.</summary>
    public int? FewRecoveryCodes { get; init; }
}

/// <summary>Answers who is signed in.</summary>
internal sealed class MeAnswer(CrmDb db, CallerDirectory directory)
{
    public async Task<Me> Of(User user, Session? session, CancellationToken ct)
    {
        var teams = await db.Teams.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.Members.Any(m => m.UserId == user.Id)).OrderBy(t => t.NameKey).Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        var known = await directory.Find(user.Id, user.SecurityStamp, ct) ?? throw new NotFound("You");
        var own = session?.ProviderFactor == true ? known.WithFactor : known.Caller;
        var caller = session?.ViewAs is { } role ? await directory.LookAs(known, role, ct) ?? own : own;
        var factors = await OwnFactors.Of(user.Id, db, ct);
        return new Me(
            GlobalId.Encode(UserId.TypeName, user.Id.Value), user.Name, user.Email, user.Language, user.TimeZone, user.Roles,
            [.. caller.Permissions.Order(StringComparer.Ordinal)],
            [.. teams.Select(t => new MeTeam(GlobalId.Encode(TeamId.TypeName, t.Id.Value), t.Name))],
            caller.ReadOnlyBecause)
        {
            MustEnrol = caller.NeedsSecondFactor,
            FactorsResetAt = user.FactorsResetAt,
            FewRecoveryCodes = factors is { Any: true, RecoveryCodesLeft: <= RecoveryCode.Few } ? factors.RecoveryCodesLeft : null,
        };
    }
}
