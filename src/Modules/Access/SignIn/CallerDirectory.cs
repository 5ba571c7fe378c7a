using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>A member of staff as a caller, with the stamp that sessions are checked against.</summary>
/// <param name="Caller">With what the person has, which is little while a second factor is missing.</param>
/// <param name="WithFactor">With what the person has where the second factor was asked elsewhere.</param>
/// <param name="SecurityStamp">The stamp.</param>
internal sealed record KnownCaller(Caller Caller, Caller WithFactor, string SecurityStamp);

/// <summary>
/// Turns a user id into a caller, and knows sessions and access tokens. Answers are kept for a few seconds and forgotten
/// at once when what they come from changes on any node, so that a request costs no extra statement and a revoked right
/// ends immediately.
/// </summary>
internal sealed class CallerDirectory(IServiceProvider services, RoleCatalog roles, ChangeFeed feed, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly string[] Watched =
        [nameof(User), nameof(Team), nameof(Role), nameof(BreakGlass), nameof(Access.Session), nameof(AccessToken), nameof(RoleSetting), nameof(Authenticator), nameof(Passkey)];

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (object Answer, DateTimeOffset ReadAt)> _kept = [];
    private int _changes;

    /// <summary>Null when the person is unknown or inactive.</summary>
    public ValueTask<KnownCaller?> Find(UserId id, CancellationToken ct) => Keep(id.Value, db => Read(id, db, ct));

    /// <summary>Null also when the stamp is not the person's. One that is newer than what is kept here is no reason to refuse: another node may have given it.</summary>
    public async ValueTask<KnownCaller?> Find(UserId id, string stamp, CancellationToken ct)
    {
        var known = await Find(id, ct);
        if (known is not null && known.SecurityStamp != stamp)
        {
            known = await Refresh(id.Value, db => Read(id, db, ct));
        }

        return known?.SecurityStamp == stamp ? known : null;
    }

    /// <summary>The session as it is stored; null when there is none.</summary>
    public ValueTask<Session?> Session(SessionId id, CancellationToken ct) => Keep(id.Value, async db =>
    {
        var now = clock.Now();
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session?.Stands(now) == true && now - session.LastSeenAt > SeenEvery)
        {
            await db.InTransaction(() => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct), ct);
        }

        return session;
    });

    /// <summary>The access token as it is stored; null when there is none.</summary>
    public ValueTask<AccessToken?> Token(AccessTokenId id, CancellationToken ct) => Keep(id.Value, db => db.AccessTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct));

    /// <summary>Forgets the person now, for an answer that must not wait for the news of the own change.</summary>
    public void Forget(UserId id) => Forget(id.Value);

    /// <summary>Forgets the access token now.</summary>
    public void Forget(AccessTokenId id) => Forget(id.Value);

    /// <summary>The person with the permissions of a role, to look and not to touch; null when the role is gone.</summary>
    public async Task<Caller?> LookAs(KnownCaller person, string role, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var all = await ListRoles.Run(roles, scope.ServiceProvider.GetRequiredService<CrmDb>(), ct);
        return all.FirstOrDefault(r => r.Key == role) is { } found
            ? person.Caller.LookingWith(found.Grants.ToDictionary(StringComparer.Ordinal), $"You are looking at the console as {found.Name}; nothing can be changed.")
            : null;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Watched.Select(entity => Forget(entity, stoppingToken)));

    // The keys of people, sessions and tokens are UUIDs of one kind, so that one memory holds all three.
    private async Task Forget(string entity, CancellationToken ct)
    {
        await foreach (var change in feed.Listen(entity, ct))
        {
            Interlocked.Increment(ref _changes);
            if (entity is nameof(User) or nameof(AccessToken) or nameof(Access.Session))
            {
                _kept.TryRemove(change.Id, out _);
            }
            else
            {
                _kept.Clear();
            }
        }
    }

    private void Forget(Guid key)
    {
        Interlocked.Increment(ref _changes);
        _kept.TryRemove(key, out _);
    }

    private async ValueTask<T?> Keep<T>(Guid key, Func<CrmDb, Task<T?>> read) where T : class =>
        _kept.TryGetValue(key, out var kept) && clock.Now() - kept.ReadAt < Longest ? (T)kept.Answer : await Refresh(key, read);

    private async Task<T?> Refresh<T>(Guid key, Func<CrmDb, Task<T?>> read) where T : class
    {
        var changes = Volatile.Read(ref _changes);
        await using var scope = services.For(Caller.System);
        var fresh = await read(scope.ServiceProvider.GetRequiredService<CrmDb>());
        if (fresh is null)
        {
            _kept.TryRemove(key, out _);
        }
        else if (changes == Volatile.Read(ref _changes))
        {
            // Otherwise what was just read may be from before the change that has just been forgotten.
            _kept[key] = (fresh, clock.Now());
        }

        return fresh;
    }

    private async Task<KnownCaller?> Read(UserId id, CrmDb db, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct);
        if (user is not { Active: true })
        {
            return null;
        }

        var caller = Caller.Staff(await RightsReader.Of(user, db, roles, clock.Now(), ct));
        return new KnownCaller(user.Kind == UserKind.Person && await OwnFactors.AreMissing(user, db, ct) ? caller.BeforeSecondFactor(AccessPermissions.OwnFactors) : caller, caller, user.SecurityStamp);
    }
}
