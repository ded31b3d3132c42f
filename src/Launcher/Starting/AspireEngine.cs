using Hotline.Launcher.Building;
using Hotline.Servers.Launching;

namespace Hotline.Launcher.Starting;

/// <summary>Runs the same topology on Aspire's own engine, with the secrets the process engine would use.</summary>
internal static class AspireEngine
{
    public static async Task<int> RunAsync(Place place, bool detach)
    {
        if (detach)
        {
            throw new LaunchFailedException("Aspire runs in the foreground with its dashboard; leave out --detach, or take --engine processes.");
        }

        var secrets = new SecretBook(Path.Combine(place.Data, "secrets"));
        var environment = new Dictionary<string, string?>
        {
            ["HOTLINE_DATA"] = place.Data,
            ["HOTLINE_PORT"] = place.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        foreach (var name in new[] { "caller-key", "postgres-password", "rabbitmq-password" })
        {
            environment[$"Parameters__{name}"] = secrets.Of(name);
        }

        return await Tools.RunAsync(
            "dotnet", ["run", "--project", "src/AppHost", "-c", Build.Configuration, "-p:UseAspire=true"], place.Root, environment);
    }
}
