using System.CommandLine;
using Hotline.Launcher;

namespace Hotline.Load;

/// <summary><c>./hotline load …</c>: how fast is it, and where does the time go?</summary>
internal static class LoadCommand
{
    public static Command Create(PlaceOptions options)
    {
        _ = options;
        return new Command("load", "Measures an instance of its own, through its gateway.")
        {
        };
    }
}
