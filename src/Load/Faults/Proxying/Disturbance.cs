namespace Hotline.Load.Faults.Proxying;

/// <summary>What a link does to the bytes on it.</summary>
internal enum Disturbance
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Each piece arrives later.</summary>
    Latency,

    /// <summary>Connections are reset, old and new ones.</summary>
    Reset,

    /// <summary>Nothing arrives and nobody is told; what was sent arrives once this is over, as TCP would repeat it.</summary>
    Blackhole,

    /// <summary>What is asked arrives; instead of the answer comes a reset.</summary>
    LostAnswers,
}
