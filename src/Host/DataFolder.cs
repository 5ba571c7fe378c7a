using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Host;

/// <summary>Finds out before anything else happens whether the data directory can be written.</summary>
internal static class DataFolder
{
    /// <exception cref="StartRefusedException">when it cannot</exception>
    public static void Check(IServiceProvider services)
    {
        var path = Path.GetFullPath(services.GetRequiredService<IOptions<DataDirectoryOptions>>().Value.DataDirectory);
        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(Path.Combine(path, $".probe-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"DataDirectory {path} cannot be written: {refused.Message}", refused);
        }
    }
}
