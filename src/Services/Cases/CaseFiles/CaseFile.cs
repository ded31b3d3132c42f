using System.Collections.Immutable;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.CaseFiles;

/// <summary>A case as its events have made it. Pure.</summary>
public sealed record CaseFile
{
    public required CaseSummary Summary { get; init; }
    public required string Text { get; init; }

    /// <summary>Hash of the request that made the case.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Channel client that submitted it.</summary>
    public required string Submitter { get; init; }

    /// <summary>The citizen in clear, with the title and text as written; null once erased.</summary>
    public CaseSecrets? Citizen { get; init; }

    /// <summary>Last public answer.</summary>
    public string? Answer { get; init; }

    public OpenOffer? Offer { get; init; }

    /// <summary>Hand-overs so far.</summary>
    public int Rounds { get; init; }

    /// <summary>When whoever has the case was given it, and what has happened to its handling clock since.</summary>
    public (DateTimeOffset Since, ImmutableArray<ClockTurn> Turns) Handling { get; init; } = (default, []);

    /// <summary>Attempts to call back since the last reply.</summary>
    public int VisitAttempts { get; init; }

    /// <summary>Operations done: a repetition is recognized and changes nothing.</summary>
    public ImmutableHashSet<Guid> Operations { get; init; } = [];

    public CaseStatus Status => Summary.Status;

    public UnitRef? Lead => Summary.Lead;

    /// <summary>The case after one more event.</summary>
    public static CaseFile Apply(CaseFile? file, CaseEvent @event) => @event switch
    {
        CaseReceived received => Opening.Of(received),
        _ when file is null => throw new InvalidOperationException($"A case starts with CaseReceived, not {@event.GetType().Name}."),
        _ => Fold.Apply(file, @event) switch
        {
            var next => next with { Summary = next.Summary with { Version = @event.Version } },
        },
    };
}

/// <summary>An offer a merchant has not answered yet, or the job it became.</summary>
public sealed record OpenOffer(Guid OfferId, UnitRef Merchant, int Round, DateTimeOffset ExpiresAt);
