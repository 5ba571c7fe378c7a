using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What colleagues see of each other's coming, going and being away.</summary>
internal static class PeopleTypes
{
    public static void AddTo(ObjectBuilder<User> t)
    {
        t.Field("state", x => x.State);
        t.Field("kind", x => x.Kind);
        t.Field("invitedUntil", x => x.InvitedUntil).Describe("Until when the invitation can be accepted; null for who has come.");
        t.NullableField("jobTitle", x => x.JobTitle);
        t.NullableField("phone", x => x.Phone);
        t.NullableField("signature", x => x.Signature).Describe("Stands below answers to customers; {{name}}, {{jobTitle}} and {{phone}} stand for what they say.");
        t.NullableField("avatarUrl", x => x.AvatarId is { } id ? $"/files/{GlobalId.Encode(FileId.TypeName, id.Value)}?inline=true" : null).Describe("For who is signed in.");
        t.Field("workingHours", x => x.WorkingHoursText.Select(WorkingHours.Parse).ToList()).Describe("In the person's own time zone; none means any time.");
        t.LoadMany("absences", x => x.Id, AbsencesOf).Describe("Those that are not over, the next first.");
        t.Load("availability", x => x.Id, NowOf).Describe("Whether the person is there now, and who stands in.");
    }

    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<AbsenceId>();
        schema.Record<WorkingTime>(description: "A span of work on one weekday; 24:00 is the end of the day.");
        schema.Record<OpenWork>(description: "A kind of open work, and how much there is.");
        schema.Object<Absence>("Absence", t =>
        {
            t.Field("id", x => x.Id);
            t.Reference("user", x => (UserId?)x.UserId);
            t.Field("from", x => x.From);
            t.Field("until", x => x.Until).Describe("The first moment at which the person is back.");
            t.Reference("substitute", x => x.SubstituteId).Describe("Takes work that comes in meanwhile.");
            t.NullableField("note", x => x.Note);
        });
        schema.Object<Availability>("Availability", t =>
        {
            t.Field("absentUntil", x => x.AbsentUntil).Describe("When an absent person is back; null for who is there.");
            t.Reference("substitute", x => x.Substitute).Describe("Who stands in, substitutes of substitutes followed; null for nobody.");
            t.Field("isWorkingHour", x => x.IsWorkingHour);
        });
        schema.Object<ServiceAccount>("ServiceAccount", t =>
        {
            t.Describe("A program's account: works by access tokens and can never sign in.");
            t.Field("user", x => x.User);
            t.Field("tokens", x => x.Tokens);
        });
    }

    private static async Task<ILookup<UserId, Absence>> AbsencesOf(IReadOnlyList<UserId> users, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        return (await db.Absences.AsNoTracking().Where(a => users.Contains(a.UserId) && a.Until > now).OrderBy(a => a.From).ToListAsync(ct)).ToLookup(a => a.UserId);
    }

    private static async Task<IReadOnlyDictionary<UserId, Availability>> NowOf(IReadOnlyList<UserId> users, CrmDb db, TimeProvider clock, CancellationToken ct) =>
        await WhoIsThere.At(users, clock.Now(), db, ct);
}
