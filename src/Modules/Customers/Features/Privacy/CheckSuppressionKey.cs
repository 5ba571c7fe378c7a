using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>Refuses a start with a key that would recognise nobody, instead of writing to people who were promised silence.</summary>
internal sealed class CheckSuppressionKey(IServiceProvider services, IOptions<PrivacyOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (await db.SuppressionSecrets.SingleOrDefaultAsync(cancellationToken) is not { } secret)
        {
            return;
        }

        if (await db.SuppressedContacts.AnyAsync(cancellationToken))
        {
            secret.Open(options.Value);
            return;
        }

        // Nothing was hashed with it, so any key may take its place.
        db.Remove(secret);
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
