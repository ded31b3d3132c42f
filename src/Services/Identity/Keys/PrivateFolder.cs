namespace Hotline.Identity.Keys;

/// <summary>A folder that only the account of the process may enter.</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Create(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, owner);
        // An older installation may have made it with other rights.
        folder.UnixFileMode = owner;
        return folder;
    }
}
