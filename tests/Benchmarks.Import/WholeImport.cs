using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;

namespace ServiceCrm.Benchmarks.Import;

/// <summary>The import as the command line runs it, from opening the file to the last commit.</summary>
internal static class WholeImport
{
    public static async Task<(TimeSpan Took, long Grown)> Run(string directory, string file)
    {
        await using var services = await Database.Create(directory);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var code = await ImportCustomers.Run(services, [file], Console.Out, CancellationToken.None);
        watch.Stop();
        return code == 0 ? (watch.Elapsed, GC.GetTotalMemory(forceFullCollection: true) - before) : throw new InvalidOperationException("The import refused rows.");
    }
}
