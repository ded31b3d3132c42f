namespace Hotline.Servers.Launching;

internal static class Scripts
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Launching", name);
}
