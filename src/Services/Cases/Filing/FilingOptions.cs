using System.ComponentModel.DataAnnotations;

namespace Hotline.Cases.Filing;

/// <summary>Section <c>Files</c>.</summary>
public sealed class FilingOptions
{
    /// <summary>Largest file, in bytes. The gateway has a limit of its own, which has to be larger.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long Largest { get; set; } = 10 * 1024 * 1024;

    /// <summary>Where files lie; below the data folder when not set.</summary>
    public string? Folder { get; set; }
}
