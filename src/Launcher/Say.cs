using Spectre.Console;

namespace Hotline.Launcher;

/// <summary>Standard output is for results, standard error for what we say about them.</summary>
internal static class Say
{
    public static IAnsiConsole Out => AnsiConsole.Console;

    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public static void Step(string text) => Error.MarkupLineInterpolated($"[grey]{text}[/]");
}
