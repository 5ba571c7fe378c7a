using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// The one database context. Modules contribute tables; one save writes rows, audit trail, search index and outbox in
/// one transaction. Visibility filters read <see cref="Caller"/>, so the same context answers every caller with that
/// caller's rows only.
/// </summary>
public sealed class CrmDb(DbContextOptions<CrmDb> options, ModuleSet modules, CallerHolder holder, SaveSteps steps) : DbContext(options)
{
    private readonly List<Func<Task>> _afterCommit = [];
    private readonly List<Func<CancellationToken, Task>> _beforeSave = [];
    private readonly List<Func<CancellationToken, Task>> _withSave = [];
    private bool _idempotencyWritten;
    private int _gateDepth;
    private bool _saving;

    /// <summary>Who asks; nobody sees nothing.</summary>
    public Caller Caller => holder.Caller;

    /// <summary>Where the request comes from; null for jobs.</summary>
    internal RequestOrigin? Origin => holder.Origin;

    internal string ModuleNames => modules.Names;

    internal TimeProvider Time => steps.Clock;

    internal SaveSteps Steps => steps;

    /// <summary>The key of the request this save belongs to; stored with the first save so that a repeat is recognised.</summary>
    internal IdempotencyRecord? PendingIdempotency { get; set; }

    /// <summary>Whether the key of the request is in the database.</summary>
    internal bool HasStoredIdempotency { get; private set; }

    /// <summary>Runs after the running transaction has committed; not at all when it is rolled back.</summary>
    public void AfterCommit(Func<Task> action) => _afterCommit.Add(action);

    /// <summary>
    /// Runs in the transaction of the next save, after its rows are written: for statements that touch rows nobody has
    /// loaded (a time of last contact moved on). Forgotten when the save fails.
    /// </summary>
    public void WithSave(Func<CancellationToken, Task> statement) => _withSave.Add(statement);

    /// <summary>Drops what was changed and not saved, so that the next save of this scope does not write what was refused.</summary>
    public void ForgetChanges()
    {
        ChangeTracker.Clear();
        _beforeSave.Clear();
        _withSave.Clear();
    }

    /// <summary>Several saves as one: all or nothing. Nested calls join the outer one.</summary>
    /// <exception cref="NotAllowed">the caller may only read</exception>
    public Task<T> InTransaction<T>(Func<Task<T>> work, CancellationToken ct) =>
        _gateDepth == 0 && Caller.ReadOnlyBecause is { } why ? throw new NotAllowed(why) : InTransactionOfAnybody(work, ct);

    /// <inheritdoc cref="InTransaction{T}"/>
    public Task InTransaction(Func<Task> work, CancellationToken ct) => InTransaction(
        async () =>
        {
            await work();
            return true;
        },
        ct);

    /// <summary>Also for callers who may only read: what they read may have to be written down.</summary>
    internal async Task<T> InTransactionOfAnybody<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (_gateDepth > 0)
        {
            return await work();
        }

        var result = await Gated(work, ct);
        await RunAfterCommit();
        return result;
    }

    /// <summary>For statements that write without a save (ExecuteUpdate and the like).</summary>
    internal Task<T> InWriteGate<T>(Func<Task<T>> work, CancellationToken ct) => InTransaction(work, ct);

    /// <exception cref="Conflict">somebody else changed or took the same thing first</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_saving)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        return await InTransaction(() => SaveWithSteps(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Configure(configurationBuilder, modules);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformTables.Map(modelBuilder);
        ModelConventions.Claim(modelBuilder, "platform");
        foreach (var module in modules.Modules)
        {
            module.Tables(modelBuilder, this);
            ModelConventions.Claim(modelBuilder, module.Name.ToLowerInvariant());
        }

        ModelConventions.Finish(modelBuilder, Engine.Of(this));
        SearchIndex.Map(modelBuilder, Engine.Of(this));
    }

    /// <summary>Runs in the transaction of the running save, before its rows are written.</summary>
    internal void BeforeSave(Func<CancellationToken, Task> statement) => _beforeSave.Add(statement);

    /// <summary>Adds the key of the request to the first save that is committed.</summary>
    internal void AddIdempotency()
    {
        if (PendingIdempotency is { } key && !_idempotencyWritten)
        {
            _idempotencyWritten = true;
            Add(key);
        }
    }

    private async Task<int> SaveWithSteps(bool acceptAll, CancellationToken ct)
    {
        _saving = true;
        try
        {
            steps.Before(this);
            await RunAll(_beforeSave, ct);
            var rows = await base.SaveChangesAsync(acceptAll, ct);
            await RunAll(_withSave, ct);
            return rows;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Conflict("Somebody else changed this in the meantime.") { IsRace = true };
        }
        catch (DbUpdateException failure) when (Engine.IsUniqueViolation(failure) && failure.Entries.Any(e => e.Entity is IdempotencyRecord))
        {
            throw new Conflict("A request under this Idempotency-Key is running; send it again to get its answer.");
        }
        catch (DbUpdateException failure) when (Engine.IsUniqueViolation(failure))
        {
            throw new Conflict("Something with the same value exists already.") { IsRace = true };
        }
        finally
        {
            _saving = false;
            _beforeSave.Clear();
            _withSave.Clear();
        }
    }

    private static async Task RunAll(List<Func<CancellationToken, Task>> statements, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            await statement(ct);
        }
    }

    private async Task<T> Gated<T>(Func<Task<T>> work, CancellationToken ct)
    {
        using var turn = await steps.Gate.Enter(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        _gateDepth++;
        try
        {
            var result = await work();
            await transaction.CommitAsync(ct);
            HasStoredIdempotency |= _idempotencyWritten;
            return result;
        }
        catch
        {
            _afterCommit.Clear();
            _idempotencyWritten = HasStoredIdempotency;
            throw;
        }
        finally
        {
            _gateDepth--;
        }
    }

    private async Task RunAfterCommit()
    {
        var actions = _afterCommit.ToArray();
        _afterCommit.Clear();
        foreach (var action in actions)
        {
            await action();
        }
    }
}
