using Hotline.Cases.Supervising;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using System.Collections.Immutable;

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

    /// <summary>Unit that gave it; null when the desk did.</summary>
    public UnitRef? AnsweredBy { get; init; }

    /// <summary>Out of power or unfounded, when that is what it says.</summary>
    public CloseOutcome? AnswerOutcome { get; init; }

    /// <summary>Numbers of the cases that parts of the matter became.</summary>
    public ImmutableArray<string> SplitInto { get; init; } = [];

    /// <summary>What screening found, decided or not.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>An answer under review.</summary>
    public AnswerDraft? Draft { get; init; }

    /// <summary>What the citizen was asked and has not answered.</summary>
    public string? Question { get; init; }

    /// <summary>Files that were added, in order.</summary>
    public ImmutableArray<NamedFile> Files { get; init; } = [];

    /// <summary>The last deadline missed since the case was handed over; null once whoever has it has done something about it.</summary>
    public string? Missed { get; init; }

    public OpenOffer? Offer { get; init; }

    /// <summary>Who should get it, by the rules; null once it was handed over.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Hand-overs so far.</summary>
    public int Rounds { get; init; }

    /// <summary>Whose case it is: what units said of it, and what was ruled; null while none returned it.</summary>
    public JurisdictionView? Jurisdiction { get; init; }

    /// <summary>Attempts to call back since the last reply, and when the last of them was.</summary>
    public (int Count, DateTimeOffset? Last) VisitAttempts { get; init; }

    /// <summary>When it was last declined.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }

    /// <summary>While it follows a lead case: the state it goes back to when it is unmerged.</summary>
    public CaseStatus BeforeMerge { get; init; }

    /// <summary>Cases that go on with this one, and those that did.</summary>
    public ImmutableDictionary<CaseId, Reporter> Reporters { get; init; } = ImmutableDictionary<CaseId, Reporter>.Empty;

    /// <summary>Operations done: a repetition is recognized and changes nothing.</summary>
    public ImmutableHashSet<Guid> Operations { get; init; } = [];

    public CaseStatus Status => Summary.Status;

    public UnitRef? Lead => Summary.Lead;

    /// <summary>The case after one more event.</summary>
    public static CaseFile Apply(CaseFile? file, CaseEvent @event) => @event switch
    {
        CaseReceived received => Opening.Of(received),
        _ when file is null => throw new InvalidOperationException($"A case starts with CaseReceived, not {@event.GetType().Name}."),
        _ => SupervisionFold.Apply(Fold.Apply(file, @event), @event) switch
        {
            var next => next with { Summary = next.Summary with { Version = @event.Version, StepSince = Moved(file, next) ? @event.At : file.Summary.StepSince } },
        },
    };

    // Held or not, it waits to be screened.
    private static bool Moved(CaseFile before, CaseFile after) => Step(before.Summary) != Step(after.Summary);

    private static (CaseStatus, bool) Step(CaseSummary one) => (one.Status == CaseStatus.Held ? CaseStatus.Received : one.Status, one.Reworking);
}

/// <summary>A case that follows this one, or did.</summary>
/// <param name="Version">Version of that case at which it joined or left: older news changes nothing.</param>
/// <param name="Follows">False once it left.</param>
public sealed record Reporter(CaseReference Case, int Version, bool Follows);

/// <summary>An offer a merchant has not answered yet, or the job it became.</summary>
public sealed record OpenOffer(Guid OfferId, UnitRef Merchant, int Round, DateTimeOffset ExpiresAt);
