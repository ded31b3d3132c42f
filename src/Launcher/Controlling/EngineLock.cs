namespace Hotline.Launcher.Controlling;

/// <summary>Whether an engine lives in a data folder: it holds a lock that the kernel takes back, however it ends.</summary>
internal static class EngineLock
{
    public static bool IsHeld(Place place)
    {
        if (!File.Exists(place.Lock))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(place.Lock, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
