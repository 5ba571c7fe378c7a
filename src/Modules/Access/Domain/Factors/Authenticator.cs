using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of an authenticator.</summary>
internal readonly record struct AuthenticatorId(Guid Value) : IEntityId<AuthenticatorId>
{
    public static string TypeName => "Authenticator";

    public static AuthenticatorId From(Guid value) => new(value);
}

/// <summary>
/// The app on somebody's telephone that makes one-time codes (<see cref="Totp"/>). It counts from the first right code on.
/// The secret is stored sealed; whoever reads the table alone can make no codes.
/// </summary>
internal sealed class Authenticator : Aggregate
{
    /// <summary>
    /// Wrong codes within <see cref="RestsFor"/> after which no code is looked at, from whatever address they came. Of a
    /// million codes three are right at a time: who knows the password and guesses this often needs four years on average.
    /// </summary>
    public const int MostWrongTries = 10;

    public static readonly TimeSpan RestsFor = TimeSpan.FromHours(1);

    private Authenticator()
    {
    }

    public AuthenticatorId Id { get; private set; }

    public UserId UserId { get; private set; }

    [NotAudited]
    public string Secret { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when it counts; null until the first right code.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The newest step whose code was used; that code and older ones are never accepted again.</summary>
    [NotAudited]
    public long LastStep { get; private set; }

    [NotAudited]
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Tries since <see cref="WrongSince"/> of which none was right.</summary>
    [NotAudited]
    public int WrongTries { get; private set; }

    [NotAudited]
    public DateTimeOffset? WrongSince { get; private set; }

    /// <param name="user">Whose.</param>
    /// <param name="sealedSecret">The secret as it may be stored.</param>
    /// <param name="at">When.</param>
    public static Authenticator Begin(UserId user, string sealedSecret, DateTimeOffset at) =>
        new() { Id = EntityId.New<AuthenticatorId>(at), UserId = user, Secret = sealedSecret, CreatedAt = at };

    /// <summary>Starts the enrolment anew with another secret; the QR code that was shown before is void.</summary>
    /// <exception cref="RuleBroken">when it counts already</exception>
    public void BeginAgain(string sealedSecret, DateTimeOffset at)
    {
        if (ConfirmedAt is not null)
        {
            throw new RuleBroken("ALREADY_ENROLLED", "You have an authenticator app already; turn it off before you set up another one.");
        }

        (Secret, CreatedAt, LastStep) = (sealedSecret, at, 0);
    }

    /// <summary>From now on it counts; the code that proved it is used up.</summary>
    public void Confirm(long step, DateTimeOffset at) => (ConfirmedAt, LastStep) = (at, step);
}
