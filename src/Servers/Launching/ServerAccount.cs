using System.Diagnostics;

namespace Hotline.Servers.Launching;

/// <summary>
/// The system account a server runs under when we are root: PostgreSQL refuses root, and a broker has no need of it.
/// A caller who is not root runs every server as itself.
/// </summary>
/// <param name="Name">Of the account, as Debian's package made it.</param>
/// <param name="RefusesRoot">The server does not run as root, whatever it costs.</param>
public sealed record ServerAccount(string Name, bool RefusesRoot)
{
    private const string SetPriv = "setpriv";

    private static bool WeAreRoot => Environment.UserName == "root";

    /// <summary>The command line that runs <paramref name="command"/> under this account.</summary>
    public IReadOnlyList<string> Wrap(string folder, IReadOnlyList<string> command) =>
        Drops(folder) ? [SetPriv, .. Drop(), .. Reach(folder), .. command] : command;

    /// <summary>Makes a folder that only this account can enter.</summary>
    public string OwnFolder(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Own(path);
        return path;
    }

    /// <summary>Writes a file that only this account can read.</summary>
    public string OwnFile(string path, string content)
    {
        File.Delete(path);
        using (var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(content);
        }

        Own(path);
        return path;
    }

    private void Own(string path)
    {
        if (WeAreRoot)
        {
            Run("chown", $"{Name}:", path);
        }
    }

    private string[] Drop() => ["--reuid", Name, "--regid", Name, "--clear-groups"];

    /// <summary>Below a closed home, a server that may be root stays root: Erlang checks its folders without capabilities.</summary>
    private bool Drops(string folder) => WeAreRoot && (RefusesRoot || Succeeds(folder, []));

    /// <summary>
    /// A clone below a closed home (/root is 0700) is out of reach for another account. It then keeps the one capability
    /// that lets it walk there, rather than us opening somebody's home.
    /// </summary>
    private string[] Reach(string folder)
    {
        if (Succeeds(folder, []))
        {
            return [];
        }

        string[] capabilities = ["dac_read_search", "dac_override"];
        return capabilities.Select(Keep).FirstOrDefault(keep => Succeeds(folder, keep))
            ?? throw new InvalidOperationException($"The account {Name} cannot enter {folder}; choose another folder with --data.");
    }

    private static string[] Keep(string capability) =>
        ["--inh-caps", $"+{capability}", "--ambient-caps", $"+{capability}"];

    private bool Succeeds(string folder, string[] keep) =>
        // Not "test -w": access(2) asks for the bare account and leaves capabilities out.
        Exit(SetPriv, [.. Drop(), .. keep, "ls", "-A", folder]) == 0;

    private static void Run(string file, params string[] arguments)
    {
        var code = Exit(file, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {code}.");
        }
    }

    private static int Exit(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        // At most the few names in a folder of ours.
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
