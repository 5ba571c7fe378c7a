using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>A span of work in the person's own time zone: 09:00 to 17:30; 24:00 is the end of the day.</summary>
internal sealed record WorkingTimeInput(DayOfWeek Day, string From, string To);

internal sealed record UpdateProfileInput(
    string? Name = null,
    string? Language = null,
    string? TimeZone = null,
    Optional<string?> JobTitle = default,
    Optional<string?> Phone = default,
    Optional<string?> Signature = default,
    IReadOnlyList<WorkingTimeInput>? WorkingHours = null);

internal static class UpdateProfile
{
    public static async Task<User> Run(UpdateProfileInput input, CrmDb db, Caller caller, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (input.Name is { } name)
        {
            user.Rename(name);
        }

        if (input.Language is { } language)
        {
            user.Speak(language);
        }

        if (input.TimeZone is { } zone)
        {
            user.LiveIn(zone);
        }

        user.Introduce(
            input.JobTitle.IsSet ? input.JobTitle.Value : user.JobTitle,
            input.Phone.IsSet ? input.Phone.Value : user.Phone,
            input.Signature.IsSet ? input.Signature.Value : user.Signature);
        if (input.WorkingHours is { } hours)
        {
            user.Work([.. hours.Select(h => new WorkingTime(h.Day, h.From, h.To))]);
        }

        await db.SaveChangesAsync(ct);
        return user;
    }
}
