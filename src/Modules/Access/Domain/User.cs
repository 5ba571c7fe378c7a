using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Whether an account is a human being's or a program's.</summary>
internal enum UserKind
{
    Person,

    /// <summary>A program: acts by access tokens that administrators make, and can never sign in.</summary>
    Service,
}

/// <summary>Where somebody stands in the life of the installation.</summary>
internal enum UserState
{
    /// <summary>Was sent an invitation and has not accepted it.</summary>
    Invited,
    Active,
    Deactivated,

    /// <summary>Gone for good; history keeps the name.</summary>
    Removed,
}

/// <summary>A member of staff who can sign in, or a program that acts like one.</summary>
internal sealed partial class User : Aggregate
{
    public const int LongestName = 200;

    private User()
    {
    }

    public UserId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    [NotAudited]
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with the password and with deactivation; a session that carries another one has ended.</summary>
    [NotAudited]
    public string SecurityStamp { get; private set; } = "";

    public List<string> Roles { get; private set; } = [];

    public string Language { get; private set; } = "en";

    public string TimeZone { get; private set; } = "UTC";

    /// <summary>Whether the account can do anything: neither invited only, nor deactivated, nor removed.</summary>
    public bool Active { get; private set; } = true;

    public UserKind Kind { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When an administrator took the second factors away; null once the person has seen it.</summary>
    public DateTimeOffset? FactorsResetAt { get; private set; }

    public static User Create(string name, EmailAddress email, IEnumerable<string> roles, DateTimeOffset at)
    {
        var user = new User { Id = UserId.New(at), CreatedAt = at };
        user.ChangeEmail(email);
        user.Rename(name);
        user.GiveRoles(roles);
        user.RenewStamp();
        return user;
    }

    public void Rename(string name)
    {
        var check = new InputCheck();
        Name = check.Required("name", name, LongestName);
        check.ThrowIfAny();
        NameKey = SearchKey.Of(Name);
    }

    /// <summary>Gives exactly these roles. That they exist is for the caller to check: an installation makes its own.</summary>
    /// <exception cref="InvalidInput">when there is none</exception>
    public void GiveRoles(IEnumerable<string> roles)
    {
        var wanted = roles.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            throw new InvalidInput("roles", "Choose at least one role.");
        }

        Roles = wanted;
    }

    public void Speak(string language)
    {
        Language = Languages.Supported.Contains(language, StringComparer.Ordinal)
            ? language
            : throw new InvalidInput("language", $"The console speaks {string.Join(", ", Languages.Supported)}.");
    }

    public void LiveIn(string timeZone)
    {
        try
        {
            TimeZone = Languages.ParseTimeZone(timeZone);
        }
        catch (FormatException wrong)
        {
            throw new InvalidInput("timeZone", wrong.Message);
        }
    }

    public void ChangeEmail(EmailAddress email)
    {
        Email = email.Value;
        EmailKey = email.Key;
    }

    /// <summary>Signs in with another address from now on; every other session ends.</summary>
    public void MoveTo(EmailAddress email)
    {
        ChangeEmail(email);
        RenewStamp();
    }

    /// <summary>Sets a new password, or takes it away; every other session ends.</summary>
    public void SetPassword(string? hash)
    {
        PasswordHash = hash;
        RenewStamp();
    }

    /// <summary>Stores a stronger hash of the same password.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void Deactivate(DateTimeOffset at)
    {
        RefuseInvited();
        if (Active)
        {
            Active = false;
            RenewStamp();
            Raise(new UserDeactivated(Id, at));
        }
    }

    /// <exception cref="RuleBroken">INVITED or REMOVED</exception>
    public void Activate()
    {
        if (State is UserState.Invited or UserState.Removed)
        {
            throw new RuleBroken(State == UserState.Invited ? "INVITED" : "REMOVED", State == UserState.Invited
                ? "This person has not accepted the invitation yet."
                : "This person was removed and cannot come back; invite them again.");
        }

        Active = true;
    }

    /// <summary>An administrator has taken the second factors away. Every session ends, for a device may be in foreign hands.</summary>
    public void LoseFactors(DateTimeOffset at)
    {
        FactorsResetAt = at;
        RenewStamp();
    }

    /// <summary>The person knows that the second factors were taken away.</summary>
    public void SeeFactorReset() => FactorsResetAt = null;

    /// <summary>Ends every session that carries another stamp.</summary>
    public void EndSessions(string stamp) => SecurityStamp = stamp;

    private void RenewStamp() => EndSessions(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)));
}
