namespace Hotline.AppHost.Processes.Supervising;

internal enum ProcessState
{
    /// <summary>For what it depends on.</summary>
    Waiting,

    /// <summary>Runs, but has not served yet.</summary>
    Starting,

    /// <summary>Has served since it was started; whether it does now is its health.</summary>
    Running,

    /// <summary>Ended by itself and is started again after a pause.</summary>
    BackingOff,

    Stopping,

    Stopped,
}
