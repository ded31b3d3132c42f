using Hotline.Cases.Assisting;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>What the work of a unit does to a case.</summary>
internal static class HandlingFold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event)
    {
        var summary = file.Summary;
        return @event switch
        {
            CaseTakenBack => file with
            {
                Missed = null,
                Summary = summary with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null, Officer = null, Reworking = false },
            },
            CaseTransferred e => file with { Missed = null, Summary = summary with { Officer = e.To } },
            AnswerSubmitted e => file with
            {
                Missed = null,
                Draft = new AnswerDraft(e.By, e.Answer, e.Articles, e.Faults, e.AnsweredAt, e.Outcome),
                Summary = summary with { Status = CaseStatus.InReview, Reworking = false, Assists = AssistFold.Answered(summary) },
            },
            ReworkOrdered => file with { Draft = null, Summary = summary with { Status = CaseStatus.InProgress, Reworking = true } },
            DeadlineMissed e => e.Unit is not null && e.Unit == file.Lead ? file with { Missed = e.Clock } : file,
            DeadlineMoved e => e.DueAt > e.At && file.Missed == e.Clock && e.Unit == file.Lead ? file with { Missed = null } : file,
            ProgressNoted e => e.By is not null && e.By == file.Lead ? file with { Missed = null } : file,
            FileAdded e => file with { Files = file.Files.Add(Named(file, e)) },
            CitizenAsked e => file with { Question = e.Question },
            InformationAdded => file with { Question = null },
            _ => throw new InvalidOperationException($"{@event.GetType().Name} is no work of a unit."),
        };
    }

    private static NamedFile Named(CaseFile file, FileAdded added) => new(
        added.File,
        added.Secrets?.FileName is { } name ? Privacy.Masked(file, name) : null,
        added.By,
        added.At,
        FromCitizen: added.Actor.StartsWith("channel:", StringComparison.Ordinal));

    /// <summary>User name of whoever did it.</summary>
    public static string? OfficerOf(CaseEvent @event) => @event.Actor.Split(':') is [_, var subject] ? subject : null;
}
