namespace ServiceCrm.Platform.Security;

/// <summary>What the security log tells of. The names are stable; filters and exports use them.</summary>
public static class SecurityEvents
{
    public const string SignedIn = "signIn.succeeded";
    public const string SignInRefused = "signIn.refused";
    public const string SignInSlowed = "signIn.slowed";
    public const string PasswordAccepted = "signIn.password";
    public const string SecondFactorRefused = "signIn.secondFactorRefused";
    public const string SignedOut = "signIn.ended";
    public const string SessionEnded = "session.ended";
    public const string PasswordChanged = "password.changed";
    public const string ResetAsked = "password.resetAsked";
    public const string PasswordReset = "password.reset";
    public const string EmailChangeAsked = "email.changeAsked";
    public const string EmailChanged = "email.changed";
    public const string EmailChangeUndone = "email.undone";
    public const string LinkRefused = "link.refused";
    public const string UserInvited = "user.invited";
    public const string InvitationWithdrawn = "user.uninvited";
    public const string InvitationAccepted = "user.joined";
    public const string UserRemoved = "user.removed";
    public const string AbsencePlanned = "user.absence";
    public const string FactorAdded = "factor.added";
    public const string FactorChanged = "factor.changed";
    public const string FactorRemoved = "factor.removed";
    public const string FactorsReset = "factor.reset";
    public const string RecoveryCodesRenewed = "factor.recoveryCodes";
    public const string FactorRequired = "role.secondFactor";
    public const string AccountLinked = "account.linked";
    public const string AccountUnlinked = "account.unlinked";
    public const string UserCreated = "user.created";
    public const string UserChanged = "user.changed";
    public const string UserDeactivated = "user.deactivated";
    public const string RoleChanged = "role.changed";
    public const string TeamChanged = "team.changed";
    public const string TokenCreated = "token.created";
    public const string TokenRevoked = "token.revoked";
    public const string TokenUsed = "token.used";
    public const string GlassBroken = "desk.opened";
    public const string ViewedAs = "view.as";
    public const string Exported = "data.exported";
    public const string PrivacyRequested = "privacy.requested";
    public const string PrivacyCancelled = "privacy.cancelled";
    public const string CustomerErased = "privacy.erased";
    public const string DeadLetterReplayed = "outbox.replayed";
    public const string LogPruned = "log.pruned";
    public const string PortalSignedIn = "portal.signIn";
    public const string PortalSignInRefused = "portal.refused";
    public const string PortalSignInSlowed = "portal.slowed";
    public const string PortalSignedOut = "portal.signOut";
    public const string PortalSessionsEnded = "portal.sessionsEnded";

    public static readonly IReadOnlyList<string> All =
    [
        SignedIn, SignInRefused, SignInSlowed, PasswordAccepted, SecondFactorRefused, SignedOut, SessionEnded, PasswordChanged, ResetAsked, PasswordReset,
        EmailChangeAsked, EmailChanged, EmailChangeUndone, LinkRefused, FactorAdded, FactorChanged, FactorRemoved, FactorsReset, RecoveryCodesRenewed, AccountLinked, AccountUnlinked,
        UserCreated, UserInvited, InvitationWithdrawn, InvitationAccepted, UserChanged, UserDeactivated, UserRemoved, AbsencePlanned, RoleChanged, FactorRequired, TeamChanged,
        TokenCreated, TokenRevoked, TokenUsed, GlassBroken, ViewedAs, Exported, PrivacyRequested, PrivacyCancelled, CustomerErased, DeadLetterReplayed, LogPruned,
        PortalSignedIn, PortalSignInRefused, PortalSignInSlowed, PortalSignedOut, PortalSessionsEnded,
    ];
}

/// <summary>Something for the security log.</summary>
/// <param name="Kind">One of <see cref="SecurityEvents"/>.</param>
/// <param name="SubjectType">The type of what it is about, as global ids name it.</param>
/// <param name="SubjectId">Its key.</param>
/// <param name="SubjectName">What to call it, should it be gone later.</param>
/// <param name="Details">More in words; never a secret.</param>
public sealed record SecurityNews(string Kind, string? SubjectType = null, Guid? SubjectId = null, string? SubjectName = null, string? Details = null);

/// <summary>Where a request comes from.</summary>
public sealed record RequestOrigin(string? Address, string? UserAgent);
