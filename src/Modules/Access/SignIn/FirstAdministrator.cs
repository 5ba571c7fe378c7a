using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Makes the first person of an empty installation.</summary>
internal static class FirstAdministrator
{
    public static async Task<bool> IsNeeded(CrmDb db, CancellationToken ct) => !await Any(db, ct);

    /// <exception cref="RuleBroken">when there is somebody already</exception>
    public static async Task<User> Create(CrmDb db, UserManager<User> users, string name, string email, string password, DateTimeOffset now, CancellationToken ct)
    {
        var check = new InputCheck();
        var cleanName = check.Required("name", name, User.LongestName);
        EmailAddress? address = check.Parse<EmailAddress?>("email", email, text => EmailAddress.Parse(text));
        if (string.IsNullOrWhiteSpace(email))
        {
            check.Add("email", "This must not be empty.");
        }

        check.ThrowIfAny();
        return await db.InTransaction(
            async () =>
            {
                if (await Any(db, ct))
                {
                    throw new RuleBroken("ALREADY_SET_UP", "This installation has an administrator already.");
                }

                var user = User.Create(cleanName, address!.Value, [Roles.Admin], now);
                (await users.CreateAsync(user, password)).ThrowIfRefused("password");
                return user;
            },
            ct);
    }

    private static Task<bool> Any(CrmDb db, CancellationToken ct) => db.Users.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(ct);
}
