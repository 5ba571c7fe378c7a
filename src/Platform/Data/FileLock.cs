namespace ServiceCrm.Platform.Data;

/// <summary>A lock between processes of one machine, which the operating system frees even when its holder is killed.</summary>
public static class FileLock
{
    /// <returns>the lock, or null when another process holds it</returns>
    /// <exception cref="IOException">when the file cannot be made at all</exception>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (IsHeld(busy))
        {
            return null;
        }
    }

    // Windows: sharing or lock violation. Elsewhere the runtime hands on EWOULDBLOCK, 11 on Linux and 35 on macOS.
    private static bool IsHeld(IOException failure) => OperatingSystem.IsWindows() ? (failure.HResult & 0xFFFF) is 32 or 33 : failure.HResult is 11 or 35;
}
