using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>Limits what one network address may send through the portal.</summary>
internal sealed class PortalThrottle(IHttpContextAccessor http, PortalThrottle.Memory memory, IOptions<TicketsOptions> options, TimeProvider clock)
{
    /// <exception cref="RuleBroken">TOO_MANY_REQUESTS</exception>
    public void Check()
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        if (memory.Count(address, clock.Now()) > options.Value.PortalRequestsPerTenMinutes)
        {
            throw new RuleBroken("TOO_MANY_REQUESTS", "Too many messages from your network. Please try again in ten minutes.");
        }
    }

    /// <summary>The counts of this process.</summary>
    internal sealed class Memory
    {
        private const int MostAddresses = 50_000;
        private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
        private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _counts = new(StringComparer.Ordinal);

        public int Count(string address, DateTimeOffset now)
        {
            if (_counts.Count > MostAddresses)
            {
                foreach (var old in _counts.Where(c => now - c.Value.Since > Window))
                {
                    _counts.TryRemove(old);
                }
            }

            return _counts.AddOrUpdate(address, _ => (now, 1), (_, c) => now - c.Since > Window ? (now, 1) : (c.Since, c.Count + 1)).Count;
        }
    }
}
