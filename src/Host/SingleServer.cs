using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Host;

/// <summary>
/// SQLite has one server process: caches, live updates and the write gate are its own. A second one is refused instead of
/// serving stale rights. The operating system frees the lock however the process ends.
/// </summary>
internal static class SingleServer
{
    /// <returns>held as long as the server runs; null on engines with several nodes</returns>
    /// <exception cref="StartRefusedException">when another server runs on the database</exception>
    public static FileStream? Hold(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (DatabaseStart.File(settings, services.GetRequiredService<IOptions<DataDirectoryOptions>>().Value.DataDirectory) is not { } file)
        {
            return null;
        }

        DataFolder.Check(services);
        try
        {
            return FileLock.TryTake(file + ".server-lock")
                ?? throw new StartRefusedException($"Another server is running on {file}. SQLite takes one server process; stop the other one, choose another DataDirectory, or use PostgreSQL.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Database:ConnectionString: {file} cannot be written: {refused.Message}", refused);
        }
    }
}
