namespace Hotline.Dispatch.Tests.Departments;

/// <summary>Two grain classes that may share a key, as departments and merchants could.</summary>
public interface IProbeGrain : IGrainWithStringKey
{
    Task Keep(string word);

    Task<string> Read();
}

[GenerateSerializer]
public sealed record ProbeState
{
    [Id(0)]
    public string Word { get; init; } = "";
}

[GrainType("probe-first")]
public sealed class FirstProbe([PersistentState("probe-first", "Default")] IPersistentState<ProbeState> kept) : Grain, IProbeGrain
{
    public Task Keep(string word)
    {
        kept.State = new ProbeState { Word = word };
        return kept.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(kept.State.Word);
}

[GrainType("probe-second")]
public sealed class SecondProbe([PersistentState("probe-second", "Default")] IPersistentState<ProbeState> kept) : Grain, IProbeGrain
{
    public Task Keep(string word)
    {
        kept.State = new ProbeState { Word = word };
        return kept.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(kept.State.Word);
}
