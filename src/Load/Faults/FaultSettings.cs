namespace Hotline.Load.Faults;

/// <summary>What a run is asked for.</summary>
/// <param name="Seed">Decides what is broken when.</param>
/// <param name="Duration">Of the load, during which things are broken.</param>
/// <param name="Short">A handful of faults, for the tests.</param>
internal sealed record FaultSettings(int Seed, TimeSpan Duration, bool Short)
{
    /// <summary>With start and drain within two minutes.</summary>
    public static readonly TimeSpan ShortDuration = TimeSpan.FromSeconds(55);

    /// <summary>How long clients go on asking once everything is whole again.</summary>
    public TimeSpan Patience => Short ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(60);

    /// <summary>How long we wait for what follows the ledger; twice what is promised, to see by how much it is missed.</summary>
    public TimeSpan DrainLimit => Short ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(120);
}
