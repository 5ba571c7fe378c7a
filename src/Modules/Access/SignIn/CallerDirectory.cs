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
internal sealed record KnownCaller(Caller Caller, string SecurityStamp, DateTimeOffset ReadAt);

/// <summary>
/// Turns a user id into a caller. Answers are kept for a few seconds and forgotten at once when a person or team
/// changes on any node, so that a request costs no extra statement and a revoked right ends immediately.
/// </summary>
internal sealed class CallerDirectory(IServiceProvider services, RoleCatalog roles, ChangeFeed feed, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly string[] Watched =
        [nameof(User), nameof(Team), nameof(Role), nameof(BreakGlass), nameof(Access.Session), nameof(AccessToken), nameof(RoleSetting), nameof(Authenticator), nameof(Passkey)];

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<UserId, KnownCaller> _known = [];
    private readonly ConcurrentDictionary<SessionId, (Session? Session, DateTimeOffset ReadAt)> _sessions = [];
    private readonly ConcurrentDictionary<AccessTokenId, (AccessToken? Token, DateTimeOffset ReadAt)> _tokens = [];
    private int _changes;

    /// <summary>Null when the person is unknown or inactive.</summary>
    public async ValueTask<KnownCaller?> Find(UserId id, CancellationToken ct)
    {
        if (_known.TryGetValue(id, out var known) && clock.Now() - known.ReadAt < Longest)
        {
            return known;
        }

        return await Refresh(id, ct);
    }

    /// <summary>Null also when the stamp is not the person's. One that is newer than what is kept here is no reason to refuse: another node may have given it.</summary>
    public async ValueTask<KnownCaller?> Find(UserId id, string stamp, CancellationToken ct)
    {
        var known = await Find(id, ct);
        if (known is not null && known.SecurityStamp != stamp)
        {
            known = await Refresh(id, ct);
        }

        return known?.SecurityStamp == stamp ? known : null;
    }

    /// <summary>The session as it is stored; null when there is none.</summary>
    public async ValueTask<Session?> Session(SessionId id, CancellationToken ct)
    {
        var now = clock.Now();
        if (_sessions.TryGetValue(id, out var known) && now - known.ReadAt < Longest)
        {
            return known.Session;
        }

        var changes = Volatile.Read(ref _changes);
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session?.Stands(now) == true && now - session.LastSeenAt > SeenEvery)
        {
            await db.InTransaction(() => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct), ct);
        }

        if (changes == Volatile.Read(ref _changes))
        {
            _sessions[id] = (session, now);
        }

        return session;
    }

    /// <summary>The access token as it is stored; null when there is none.</summary>
    public async ValueTask<AccessToken?> Token(AccessTokenId id, CancellationToken ct)
    {
        var now = clock.Now();
        if (_tokens.TryGetValue(id, out var known) && now - known.ReadAt < Longest)
        {
            return known.Token;
        }

        var changes = Volatile.Read(ref _changes);
        await using var scope = services.For(Caller.System);
        var token = await scope.ServiceProvider.GetRequiredService<CrmDb>().AccessTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct);
        if (changes == Volatile.Read(ref _changes))
        {
            _tokens[id] = (token, now);
        }

        return token;
    }

    /// <summary>Forgets the person now, for an answer that must not wait for the news of the own change.</summary>
    public void Forget(UserId id)
    {
        Interlocked.Increment(ref _changes);
        _known.TryRemove(id, out _);
    }

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

    private async Task Forget(string entity, CancellationToken ct)
    {
        await foreach (var change in feed.Listen(entity, ct))
        {
            Interlocked.Increment(ref _changes);
            if (entity == nameof(User))
            {
                _known.TryRemove(new UserId(change.Id), out _);
            }
            else if (entity == nameof(AccessToken))
            {
                _tokens.TryRemove(new AccessTokenId(change.Id), out _);
            }
            else if (entity == nameof(Access.Session))
            {
                _sessions.TryRemove(new SessionId(change.Id), out _);
            }
            else
            {
                _known.Clear();
            }
        }
    }

    private async Task<KnownCaller?> Refresh(UserId id, CancellationToken ct)
    {
        var changes = Volatile.Read(ref _changes);
        var fresh = await Read(id, ct);
        if (fresh is null)
        {
            _known.TryRemove(id, out _);
        }
        else if (changes == Volatile.Read(ref _changes))
        {
            // Otherwise what was just read may be from before the change that has just been forgotten.
            _known[id] = fresh;
        }

        return fresh;
    }

    private async Task<KnownCaller?> Read(UserId id, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct);
        if (user is not { Active: true })
        {
            return null;
        }

        var now = clock.Now();
        var caller = Caller.Staff(await RightsReader.Of(user, db, roles, now, ct));
        return new KnownCaller(await OwnFactors.AreMissing(user, db, ct) ? caller.BeforeSecondFactor(AccessPermissions.OwnFactors) : caller, user.SecurityStamp, now);
    }
}
