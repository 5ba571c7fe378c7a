using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>What is counted of a network.</summary>
internal enum PortalStep
{
    AskForCode,
    EnterCode,
}

/// <summary>A try that came too soon.</summary>
/// <param name="Wait">How long to wait.</param>
/// <param name="IsFirst">Whether it is the first one that is slowed.</param>
internal sealed record PortalSlowed(TimeSpan Wait, bool IsFirst);

/// <summary>
/// Slows who asks for many codes or tries many, whichever addresses they name. What one address is sent and how often one code is
/// tried is counted in the database.
/// </summary>
internal sealed class PortalGuard(IOptions<CustomersOptions> options, TimeProvider clock)
{
    private const int MostNetworks = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(PortalStep, string), (DateTimeOffset Since, int Count)> _counts = [];

    /// <summary>Counts a try.</summary>
    /// <returns>null when it may go on</returns>
    public PortalSlowed? Try(PortalStep step, IPAddress? from)
    {
        var now = clock.Now();
        if (_counts.Count > MostNetworks)
        {
            foreach (var old in _counts.Where(c => now - c.Value.Since > Window))
            {
                _counts.TryRemove(old);
            }
        }

        var most = step == PortalStep.AskForCode ? options.Value.PortalCodesPerTenMinutes : options.Value.PortalTriesPerTenMinutes;
        var (since, count) = _counts.AddOrUpdate((step, NetworkOf(from)), _ => (now, 1), (_, c) => now - c.Since > Window ? (now, 1) : (c.Since, c.Count + 1));
        return count > most ? new PortalSlowed(since + Window - now, count == most + 1) : null;
    }

    /// <summary>Of IPv6 the network: one household or one rented machine has 2^64 addresses.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
