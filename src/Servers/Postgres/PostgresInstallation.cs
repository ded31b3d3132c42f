using System.Globalization;

namespace Hotline.Servers.Postgres;

/// <summary>Debian's PostgreSQL: the newest version that is installed.</summary>
public static class PostgresInstallation
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>The folder of initdb and postgres, or null when it is not installed.</summary>
    public static string? Find() =>
        !Directory.Exists(Root)
            ? null
            : Directory.GetDirectories(Root)
                .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
                .OrderByDescending(version => double.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault();

    internal static string Program(string name) =>
        Path.Combine(Find() ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql"), name);
}
