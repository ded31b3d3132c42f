using System.CommandLine;

namespace Hotline.Launcher;

/// <summary>Which instance is meant.</summary>
/// <param name="Root">The clone.</param>
/// <param name="Data">Full path of the instance's data folder.</param>
/// <param name="Port">Port of the gateway.</param>
internal sealed record Place(string Root, string Data, int Port)
{
    public string Gateway => $"http://localhost:{Port}";

    /// <summary>The city whose data the instance runs with.</summary>
    public string City => Environment.GetEnvironmentVariable("HOTLINE_CITY") ?? Path.Combine(Root, "cities", "demo");

    public string Logs => Path.Combine(Data, "logs");

    public string Run => Path.Combine(Data, "run");

    /// <summary>Held by the engine for as long as it lives.</summary>
    public string Lock => Path.Combine(Data, "lock");
}

/// <summary>The options that every command understands.</summary>
internal sealed class PlaceOptions
{
    private const int DefaultPort = 8890;

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of everything this instance keeps (HOTLINE_DATA; default .data).",
        Recursive = true,
    };

    private readonly Option<int?> _port = new("--port")
    {
        Description = $"Port of the gateway (HOTLINE_PORT; default {DefaultPort}).",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Options.Add(_data);
        root.Options.Add(_port);
    }

    public Place Of(ParseResult parsed)
    {
        var root = FindRoot();
        var data = parsed.GetValue(_data) ?? Environment.GetEnvironmentVariable("HOTLINE_DATA") ?? Path.Combine(root, ".data");
        return new Place(root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)), parsed.GetValue(_port) ?? PortOfEnvironment());
    }

    private static int PortOfEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_PORT"), out var port) ? port : DefaultPort;

    /// <summary>The clone that this program was built in.</summary>
    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new LaunchFailedException("The launcher does not lie in a clone of Hotline.");
    }
}
