namespace Hotline.Launcher.Installing;

/// <summary>Debian's package manager, as root or through sudo.</summary>
internal static class Apt
{
    /// <summary>
    /// Debian starts what it installs: a database on 5432 and a broker on every address. We start our own, so neither a
    /// server nor a default database is made; whatever ran before the installation is left alone.
    /// </summary>
    private const string Script =
        """
        set -e
        policy=/usr/sbin/policy-rc.d
        if [ ! -e "$policy" ]; then
            printf '#!/bin/sh\nexit 101\n' > "$policy"
            chmod 755 "$policy"
            trap 'rm -f "$policy"' EXIT
        fi
        mkdir -p /etc/postgresql-common/createcluster.d
        [ -e /etc/postgresql-common/createcluster.conf ] ||
            echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/hotline.conf
        export DEBIAN_FRONTEND=noninteractive
        apt-get -q update
        apt-get -q -y -o Dpkg::Options::=--force-confold install --no-install-recommends "$@"
        if [ -d /run/systemd/system ]; then
            for package in "$@"; do
                [ "$package" != rabbitmq-server ] || systemctl disable --now rabbitmq-server.service epmd.service epmd.socket
            done
        fi
        """;

    public static async Task InstallAsync(IReadOnlyList<string> packages)
    {
        Say.Step($"Installing {string.Join(", ", packages)} from Debian");
        string[] shell = ["sh", "-c", Script, "sh", .. packages];
        string[] command = Environment.UserName == "root" ? shell : ["sudo", .. shell];
        var code = await Tools.RunAsync(command[0], command[1..]);
        if (code != 0)
        {
            throw new LaunchFailedException($"apt-get could not install {string.Join(", ", packages)} (exit code {code}).");
        }
    }
}
