using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>How somebody comes and goes.</summary>
internal sealed partial class User
{
    private const string RemovedMark = " (removed)";

    /// <summary>Until when the invitation can be accepted; null for everybody who was not invited or has come.</summary>
    public DateTimeOffset? InvitedUntil { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public UserState State => RemovedAt is not null ? UserState.Removed
        : InvitedUntil is not null ? UserState.Invited
        : Active ? UserState.Active
        : UserState.Deactivated;

    /// <summary>Somebody who is to come: known by name, able to do nothing.</summary>
    public static User Invite(string name, EmailAddress email, IEnumerable<string> roles, DateTimeOffset until, DateTimeOffset at)
    {
        var user = Create(name, email, roles, at);
        user.Active = false;
        user.InvitedUntil = until;
        return user;
    }

    /// <summary>An account for a program. It has no e-mail address and no password, so nobody can sign in with it.</summary>
    public static User ForProgram(string name, IEnumerable<string> roles, DateTimeOffset at)
    {
        var user = new User { Id = UserId.New(at), CreatedAt = at, Kind = UserKind.Service };
        user.EmailKey = $"service:{user.Id.Value:N}";
        user.Rename(name);
        user.GiveRoles(roles);
        user.RenewStamp();
        return user;
    }

    /// <summary>Moves the end of an invitation that has not been accepted.</summary>
    /// <exception cref="RuleBroken">NOT_INVITED</exception>
    public void InviteUntil(DateTimeOffset until)
    {
        RequireInvited();
        InvitedUntil = until;
    }

    /// <exception cref="RuleBroken">NOT_INVITED</exception>
    public void RequireInvited()
    {
        if (State != UserState.Invited)
        {
            throw new RuleBroken("NOT_INVITED", "This person has come already or was never invited.");
        }
    }

    /// <summary>The invited person comes, under the name of their choice.</summary>
    public void Join(string name)
    {
        RequireInvited();
        Rename(name);
        InvitedUntil = null;
        Active = true;
    }

    /// <summary>
    /// Goes for good: can do nothing, is reached by nothing, and the address is free for others. The name stays, marked,
    /// because history speaks of it.
    /// </summary>
    public void Remove(UserId? workTo, TeamId? workToTeam, DateTimeOffset at)
    {
        RefuseRemoved();

        RemovedAt = at;
        Active = false;
        InvitedUntil = null;
        Email = "";
        EmailKey = $"removed:{Id.Value:N}";
        (JobTitle, Phone, Signature, AvatarId) = (null, null, null, null);
        WorkingHoursText = [];
        SetPassword(null);
        Name = SafeText.Cut(Name, LongestName - RemovedMark.Length) + RemovedMark;
        NameKey = SearchKey.Of(Name);
        Raise(new UserRemoved(Id, workTo, workToTeam, at));
    }

    /// <exception cref="RuleBroken">REMOVED</exception>
    public void RefuseRemoved()
    {
        if (State == UserState.Removed)
        {
            throw new RuleBroken("REMOVED", "This person was removed for good.");
        }
    }

    private void RefuseInvited()
    {
        if (State == UserState.Invited)
        {
            throw new RuleBroken("INVITED", "This person has not come yet; withdraw the invitation instead.");
        }
    }
}
