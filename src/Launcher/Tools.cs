using CliWrap;
using CliWrap.Buffered;

namespace Hotline.Launcher;

/// <summary>Runs programs of the system.</summary>
internal static class Tools
{
    /// <summary>Exit code; what it says goes to standard error.</summary>
    public static async Task<int> RunAsync(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var error = Console.OpenStandardError();
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder ?? Directory.GetCurrentDirectory())
            .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
            .WithStandardOutputPipe(PipeTarget.ToStream(error))
            .WithStandardErrorPipe(PipeTarget.ToStream(error))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return result.ExitCode;
    }

    /// <summary>True when the program is there and ends well within the time.</summary>
    public static async Task<bool> SucceedsAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            var result = await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(timeout.Token);
            return result.ExitCode == 0;
        }
        catch (Exception fault) when (fault is OperationCanceledException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
