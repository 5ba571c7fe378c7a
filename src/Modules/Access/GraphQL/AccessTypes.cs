using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class AccessTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Object<User>("User", t =>
        {
            t.Describe("A member of staff.");
            t.Node(x => x.Id, AccessLoaders.Users, AccessPermissions.ReadUsers);
            t.Field("name", x => x.Name);
            t.Field("email", x => x.Email);
            t.Field("roles", x => x.Roles);
            t.LoadMany("teams", x => x.Id, AccessLoaders.TeamsOfUsers);
            t.Field("language", x => x.Language).Describe("en, de or ru");
            t.Field("timeZone", x => x.TimeZone).Describe("An IANA time zone id");
            t.Field("active", x => x.Active);
            PeopleTypes.AddTo(t);
        });
        schema.Object<Team>("Team", t =>
        {
            t.Describe("People who share work.");
            t.Node(x => x.Id, AccessLoaders.Teams, AccessPermissions.ReadUsers);
            t.Field("name", x => x.Name);
            t.Reference("parent", x => x.ParentId).Describe("The team of which this one is a part; its members see this one's tickets too, unless this one is confidential.");
            t.Field("confidential", x => x.Confidential).Describe("Only members and who has a right at the desk see its tickets, not even administrators.");
            t.Field("deskGrants", x => x.ReadDeskGrants().Select(DeskGrantView.Of).ToList()).Describe("What others may do at the team's desk.");
            t.LoadMany("members", x => x.Id, AccessLoaders.MembersOfTeams);
            t.Field("version", x => x.Version);
        });
        DeclareRoles(schema);
        schema.Object<AccessToken>("AccessToken", t =>
        {
            t.Describe("A secret with which a program acts as its owner; send it as Authorization: Bearer.");
            t.Node(x => x.Id, AccessLoaders.Tokens, AccessPermissions.CreateTokens);
            t.Field("name", x => x.Name);
            t.Field("prefix", x => x.Prefix).Describe("The first characters of the secret");
            t.Field("scopes", x => x.Scopes).Describe("The permissions it is limited to; none is no limit but the owner's own.");
            t.Field("readOnly", x => x.ReadOnly).Describe("Whether it can change nothing.");
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("expiresAt", x => x.ExpiresAt);
            t.Field("lastUsedAt", x => x.LastUsedAt);
            t.Field("revokedAt", x => x.RevokedAt);
        });
    }

    private static void DeclareRoles(SchemaBuilder schema)
    {
        schema.Record<Permission>("Permission");
        schema.Record<RoleGrant>(description: "One permission of a role.");
        schema.Object<RoleView>("Role", t =>
        {
            t.Describe("A named set of permissions that people can have.");
            t.Field("key", x => x.Key).Describe("Stable; what createUser and updateUser take.");
            t.NullableField("id", x => x.Stored?.Id).Describe("Null for a built-in role, which cannot be changed.");
            t.Field("name", x => x.Name);
            t.NullableField("description", x => x.Stored?.Description);
            t.NullableField("basedOn", x => x.BasedOn).Describe("The built-in role that it starts from and is compared with.");
            t.Resolve("grants", ListRoles.Grants).Describe("What it has, and what its built-in role has that it lacks.");
            t.Field("permissions", x => x.Grants.Keys.ToList());
            t.Field("requiresSecondFactor", x => x.RequiresSecondFactor).Describe("Whether who has it must have a second factor.");
            t.Load("memberCount", x => x.Key, ListRoles.MemberCounts).Describe("Active people who have it.");
            t.NullableField("version", x => x.Stored?.Version);
        });
        schema.Object<DeskGrantView>("DeskGrant", t =>
        {
            t.Field("rights", x => x.Rights);
            t.NullableField("role", x => x.Role);
            t.Reference("team", x => x.Team);
            t.Reference("user", x => x.User);
        });
        schema.Record<ExplainedPermission>(description: "One permission, whether it reaches the thing, and which roles give it.");
        schema.Object<AccessExplanation>("AccessExplanation", t =>
        {
            t.Reference("user", x => (UserId?)x.UserId);
            t.Field("active", x => x.Active).Describe("Somebody inactive can do nothing.");
            t.References("teams", x => x.Teams).Describe("The person's teams and their sub-teams.");
            t.Field("permissions", x => x.Permissions);
        });
        schema.Object<Session>("Session", t =>
        {
            t.Describe("A browser in which somebody is signed in.");
            t.Field("id", x => x.Id);
            t.Field("method", x => x.Method).Describe("How the person signed in: password, password+totp, passkey, recovery, setup");
            t.NullableField("address", x => x.Address);
            t.NullableField("userAgent", x => x.UserAgent);
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("lastSeenAt", x => x.LastSeenAt).Describe("To the minute.");
            t.Field("expiresAt", x => x.ExpiresAt);
            t.Field("endedAt", x => x.EndedAt);
            t.Resolve("current", ListSessions.IsCurrent).Describe("Whether it is the one in use.");
        });
        schema.Object<SecurityEntry>("SecurityEntry", t =>
        {
            t.Describe("One entry of the security log, chained by hash to the one before it.");
            t.Field("id", x => x.Id);
            t.Field("sequence", x => x.Sequence);
            t.Field("at", x => x.At);
            t.Field("kind", x => x.Kind);
            t.Field("actorKind", x => x.ActorKind);
            t.Reference("actor", x => x.ActorId);
            t.Field("actorName", x => x.ActorName);
            t.NullableField("subjectId", x => x.SubjectType is { } type && x.SubjectId is { } id ? GlobalId.Encode(type, id) : null);
            t.NullableField("subjectType", x => x.SubjectType);
            t.NullableField("subjectName", x => x.SubjectName);
            t.NullableField("address", x => x.Address);
            t.NullableField("userAgent", x => x.UserAgent);
            t.NullableField("details", x => x.Details);
            t.Field("hash", x => x.Hash);
        });
        schema.Object<BreakGlass>("BreakGlass", t =>
        {
            t.Describe("A confidential desk opened for reading, for a reason.");
            t.Field("id", x => x.Id);
            t.Reference("team", x => (TeamId?)x.TeamId);
            t.Field("reason", x => x.Reason);
            t.Field("at", x => x.At);
            t.Field("endsAt", x => x.EndsAt);
        });
    }
}

/// <summary>A right at a desk as it is shown; one of the three is set.</summary>
internal sealed record DeskGrantView(IReadOnlyList<DeskRight> Rights, string? Role, TeamId? Team, UserId? User)
{
    private static readonly DeskRight[] Single = [DeskRight.Read, DeskRight.Create, DeskRight.Change, DeskRight.Assign];

    public static DeskGrantView Of(DeskGrant grant) => new(
        [.. Single.Where(r => grant.Right.HasFlag(r))],
        grant.Kind == DeskGrantee.Role ? grant.Grantee : null,
        grant.Kind == DeskGrantee.Team ? new TeamId(Guid.Parse(grant.Grantee)) : null,
        grant.Kind == DeskGrantee.User ? new UserId(Guid.Parse(grant.Grantee)) : null);
}

internal static class AccessLoaders
{
    public static Task<IReadOnlyDictionary<UserId, User>> Users(IReadOnlyList<UserId> ids, CrmDb db, CancellationToken ct) =>
        db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ById(u => u.Id, ct);

    public static Task<IReadOnlyDictionary<TeamId, Team>> Teams(IReadOnlyList<TeamId> ids, CrmDb db, CancellationToken ct) =>
        db.Teams.AsNoTracking().Where(t => ids.Contains(t.Id)).ById(t => t.Id, ct);

    public static Task<IReadOnlyDictionary<AccessTokenId, AccessToken>> Tokens(IReadOnlyList<AccessTokenId> ids, CrmDb db, CancellationToken ct) =>
        db.AccessTokens.AsNoTracking().Where(t => ids.Contains(t.Id)).ById(t => t.Id, ct);

    public static async Task<ILookup<UserId, Team>> TeamsOfUsers(IReadOnlyList<UserId> users, CrmDb db, CancellationToken ct)
    {
        var rows = await db.TeamMembers.AsNoTracking().Where(m => users.Contains(m.UserId))
            .Join(db.Teams, m => m.TeamId, t => t.Id, (m, t) => new { m.UserId, Team = t }).OrderBy(r => r.Team.NameKey).ToListAsync(ct);
        return rows.ToLookup(r => r.UserId, r => r.Team);
    }

    public static async Task<ILookup<TeamId, User>> MembersOfTeams(IReadOnlyList<TeamId> teams, CrmDb db, CancellationToken ct)
    {
        var rows = await db.TeamMembers.AsNoTracking().Where(m => teams.Contains(m.TeamId))
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.TeamId, User = u }).OrderBy(r => r.User.NameKey).ToListAsync(ct);
        return rows.ToLookup(r => r.TeamId, r => r.User);
    }
}
