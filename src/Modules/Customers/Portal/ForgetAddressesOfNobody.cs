using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>
/// Removes the sessions of an address as soon as the last customer who had it is changed or deleted. Such a session has no rights from
/// that moment on; this makes sure that it does not come to life again with the address. What a stop interrupts, the hourly job does.
/// </summary>
internal sealed class ForgetAddressesOfNobody(IServiceProvider services, ChangeFeed feed, ILogger<ForgetAddressesOfNobody> log) : BackgroundService
{
    // One place: whatever changes while it looks is one more look, not a thousand.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Look(stoppingToken));

    private async Task Listen(CancellationToken ct)
    {
        await foreach (var _ in feed.Listen(nameof(Customer), ct))
        {
            _wake.Writer.TryWrite(true);
        }
    }

    private async Task Look(CancellationToken ct)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(ct))
        {
            try
            {
                await using var scope = services.For(Caller.System);
                await RemoveOldPortalSignIns.Orphans(scope.ServiceProvider.GetRequiredService<CrmDb>(), ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Sessions of addresses that nobody has were not removed; the hourly job does it");
            }
        }
    }
}
