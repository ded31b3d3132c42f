using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Merchants;

/// <summary>What a merchant's grain keeps. Members are only ever added.</summary>
[GenerateSerializer, Alias("merchant-state")]
internal sealed record MerchantState
{
    [Id(0)]
    public bool OffDuty { get; init; }

    [Id(1)]
    public string? SuspendedFor { get; init; }

    /// <summary>Null while the merchant stands where the city's data put it.</summary>
    [Id(2)]
    public int? Credit { get; init; }

    /// <summary>Latest moves of credit, newest first.</summary>
    [Id(3)]
    public List<CreditEntry> Entries { get; init; } = [];

    [Id(4)]
    public List<MerchantJob> Jobs { get; init; } = [];

    /// <summary>When the latest offers came.</summary>
    [Id(5)]
    public List<DateTimeOffset> Offers { get; init; } = [];

    [Id(6)]
    public int Rated { get; init; }

    [Id(7)]
    public int Satisfied { get; init; }
}

/// <summary>A case the merchant had to do with.</summary>
/// <param name="Open">Taken and not done.</param>
/// <param name="DecidedBy">Version of the fact behind <paramref name="Open"/>: an older one that comes late does not undo it.</param>
/// <param name="Versions">Facts that count already.</param>
[GenerateSerializer, Alias("merchant-job")]
internal sealed record MerchantJob(Guid CaseId, bool Open, int DecidedBy, List<int> Versions, DateTimeOffset LastAt);
