using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Platform.Modules;

/// <summary>Where the process keeps what is not in the database; the top-level key <c>DataDirectory</c>.</summary>
public sealed class DataDirectoryOptions
{
    /// <summary>Relative to the working directory, or absolute.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";
}
