using System.Text.Json.Serialization;

namespace Hotline.Contracts.Cases;

/// <summary>What every event of a case tells, whatever its type. Subscribe to this to receive all of them.</summary>
public interface ICaseEvent
{
    /// <summary>The case.</summary>
    CaseId CaseId { get; }

    /// <summary>Its number, for people.</summary>
    string Number { get; }

    /// <summary>Version of the case that this event made; gapless from 1. (case, version) identifies the event.</summary>
    int Version { get; }

    /// <summary>When it was decided (UTC, microseconds).</summary>
    DateTimeOffset At { get; }

    /// <summary>Who decided it: <c>role:subject</c>.</summary>
    string Actor { get; }

    /// <summary>The case after this event.</summary>
    CaseSummary Case { get; }
}

/// <summary>An entry of the ledger and, unchanged, the message on the bus. A decision fills the facts; the grain stamps the rest.</summary>
public abstract record CaseEvent : ICaseEvent
{
    /// <inheritdoc />
    public CaseId CaseId { get; init; }

    /// <inheritdoc />
    public string Number { get; init; } = "";

    /// <inheritdoc />
    public int Version { get; init; }

    /// <inheritdoc />
    public DateTimeOffset At { get; init; }

    /// <inheritdoc />
    public string Actor { get; init; } = "";

    /// <inheritdoc />
    public CaseSummary Case { get; init; } = null!;

    /// <summary>Personal data of the event: encrypted in the ledger, never on the bus.</summary>
    [JsonIgnore]
    public CaseSecrets? Secrets { get; init; }
}

/// <summary>What only those with a need may read. Sealed with the data key of the case (PIPL Art. 51).</summary>
public sealed record CaseSecrets
{
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    /// <summary>The title as the citizen wrote it, when masking changed it.</summary>
    public string? Title { get; init; }

    /// <summary>The text as the citizen wrote it, when masking changed it.</summary>
    public string? Text { get; init; }

    /// <summary>Name of a file as it was sent.</summary>
    public string? FileName { get; init; }

    /// <summary>Internal handling record or note of a unit; never shown to the citizen.</summary>
    public string? Record { get; init; }

    /// <summary>Of a sealed case: the free text of the event itself, a JSON object by the names of its members.</summary>
    public string? Words { get; init; }
}
