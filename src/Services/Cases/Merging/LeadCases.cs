using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;

namespace Hotline.Cases.Merging;

/// <summary>Finds the case that others shall follow.</summary>
internal sealed class LeadCases(CaseDirectory directory, IGrainFactory grains)
{
    private static readonly Error Sealed = new(ErrorKind.Conflict, "case-not-mergeable");

    /// <summary>The case with a number, or the lead case that it follows itself.</summary>
    /// <returns>The lead; or <c>case-unknown</c>, <c>case-hidden</c>, <c>lead-at-its-end</c>.</returns>
    public async Task<Outcome<CaseSummary>> Find(string number, Actor by, CancellationToken cancellationToken)
    {
        if (await directory.Find(number, cancellationToken) is not { } id)
            return CaseErrors.Unknown;
        var found = await Read(id, by, cancellationToken);
        if (found.Value is { MergedInto: { } lead, Status: CaseStatus.Merged or CaseStatus.AwaitingVisit })
            found = await Read(lead.CaseId, by, cancellationToken);
        return found.Value switch
        {
            null => found,
            { Status: CaseStatus.Closed or CaseStatus.Declined } ended => new Error(ErrorKind.Conflict, "lead-at-its-end", Arguments: [ended.Number]),
            { Sealed: true } => Sealed,
            _ => found,
        };
    }

    private async Task<Outcome<CaseSummary>> Read(CaseId id, Actor by, CancellationToken cancellationToken)
    {
        var read = await grains.GetGrain<ICaseGrain>(id.GrainKey).Read(by, cancellationToken);
        return new Outcome<CaseSummary>(read.Value?.Case, read.Error);
    }
}
