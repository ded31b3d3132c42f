namespace Hotline.Launcher;

/// <summary>Ends the command with a sentence for the person at the terminal.</summary>
public sealed class LaunchFailedException(string message) : Exception(message);
