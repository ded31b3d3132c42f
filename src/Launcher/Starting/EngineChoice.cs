namespace Hotline.Launcher.Starting;

internal enum Engine
{
    Aspire,
    Processes,
}

/// <summary>Aspire when a container engine answers and its packages restore; plain processes otherwise.</summary>
/// <param name="Engine">What runs the topology.</param>
/// <param name="Reason">Why, for the person at the terminal.</param>
internal sealed record EngineChoice(Engine Engine, string Reason)
{
    private static readonly TimeSpan _answer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _restore = TimeSpan.FromMinutes(2);

    public static async Task<EngineChoice> MakeAsync(Place place, Engine? asked)
    {
        if (asked is { } engine)
        {
            return new EngineChoice(engine, "asked for");
        }

        if (!await ContainersAnswerAsync())
        {
            return new EngineChoice(Engine.Processes, "no container engine answers");
        }

        return await RestoresAsync(place)
            ? new EngineChoice(Engine.Aspire, "a container engine answers and the Aspire packages restore")
            : new EngineChoice(Engine.Processes, "the Aspire packages cannot be restored");
    }

    private static async Task<bool> ContainersAnswerAsync() =>
        await Tools.SucceedsAsync("docker", ["info"], _answer) || await Tools.SucceedsAsync("podman", ["info"], _answer);

    private static Task<bool> RestoresAsync(Place place) =>
        Tools.SucceedsAsync("dotnet", ["restore", Path.Combine(place.Root, "src", "AppHost"), "-p:UseAspire=true"], _restore);
}
