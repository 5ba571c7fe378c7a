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
        });
        schema.Object<Team>("Team", t =>
        {
            t.Describe("People who share work.");
            t.Node(x => x.Id, AccessLoaders.Teams, AccessPermissions.ReadUsers);
            t.Field("name", x => x.Name);
            t.LoadMany("members", x => x.Id, AccessLoaders.MembersOfTeams);
            t.Field("version", x => x.Version);
        });
        schema.Object<Role>("Role", t =>
        {
            t.Field("name", x => x.Name);
            t.Field("permissions", x => x.Permissions);
        });
        schema.Object<AccessToken>("AccessToken", t =>
        {
            t.Describe("A secret with which a program acts as its owner; send it as Authorization: Bearer.");
            t.Node(x => x.Id, AccessLoaders.Tokens, AccessPermissions.CreateTokens);
            t.Field("name", x => x.Name);
            t.Field("prefix", x => x.Prefix).Describe("The first characters of the secret");
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("expiresAt", x => x.ExpiresAt);
            t.Field("lastUsedAt", x => x.LastUsedAt);
            t.Field("revokedAt", x => x.RevokedAt);
        });
    }
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
