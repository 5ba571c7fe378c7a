using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.GraphQL;

/// <summary>
/// What callers may spend on operations: each has a budget of this process that fills again with time (a token bucket). People and their
/// programs share one; strangers have one for each network address.
/// </summary>
internal sealed class CostBudgets(IOptions<GraphQLOptions> options, IHttpContextAccessor http, TimeProvider clock)
{
    private const int MostBudgets = 50_000;

    private readonly ConcurrentDictionary<string, Budget> _budgets = new(StringComparer.Ordinal);
    private readonly CostOptions _options = options.Value.Cost;

    /// <summary>Takes the cost from the caller's budget, unless it does not reach or the operation is too dear anyway; null when nothing is enforced.</summary>
    public CostAllowance? Charge(IServiceProvider services, OperationCost cost)
    {
        if (!_options.Enforce)
            return null;
        var caller = services.GetRequiredService<Caller>();
        var limits = LimitsOf(caller);
        if (_budgets.Count > MostBudgets)
            ForgetFull();
        var key = caller.User?.Value.ToString() ?? http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        var now = clock.GetTimestamp();
        var budget = _budgets.GetOrAdd(key, static (_, start) => new Budget(start.Full, start.Now), (Full: limits.Budget, Now: now));
        return budget.Take(cost.Total, limits, clock, now);
    }

    private CostLimits LimitsOf(Caller caller)
    {
        if (caller.Kind is not (CallerKind.Staff or CallerKind.System))
            return _options.Strangers;
        var best = _options.Staff;
        foreach (var role in _options.Roles.Count == 0 ? [] : caller.Roles)
        {
            if (_options.Roles.TryGetValue(role, out var limits))
                best = limits.Or(best);
        }

        return best;
    }

    private void ForgetFull()
    {
        foreach (var (key, budget) in _budgets)
        {
            if (budget.IsIdle(clock))
                _budgets.TryRemove(key, out _);
        }
    }

    private sealed class Budget(double full, long since)
    {
        private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
        private readonly Lock _gate = new();
        private double _left = full;
        private long _since = since;

        public bool IsIdle(TimeProvider clock) => clock.GetElapsedTime(Volatile.Read(ref _since)) > Idle;

        public CostAllowance Take(double cost, CostLimits limits, TimeProvider clock, long now)
        {
            lock (_gate)
            {
                _left = Math.Min(limits.Budget, _left + (clock.GetElapsedTime(_since, now).TotalSeconds * limits.RestorePerSecond));
                _since = now;
                // A budget that never reaches for an operation is a maximum, too.
                var maximum = Math.Min(limits.Maximum, limits.Budget);
                if (cost > maximum)
                    return new CostAllowance(maximum, _left);
                if (cost > _left)
                    return new CostAllowance(maximum, _left, TimeSpan.FromSeconds((cost - _left) / limits.RestorePerSecond));
                _left -= cost;
                return new CostAllowance(maximum, _left);
            }
        }
    }
}
