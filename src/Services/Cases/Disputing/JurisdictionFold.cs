using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Disputing;

/// <summary>What returns, statements and rulings do to a case.</summary>
internal static class JurisdictionFold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event)
    {
        var known = file.Jurisdiction ?? JurisdictionView.Undisputed;
        var summary = file.Summary;
        return @event switch
        {
            CaseReturned e => file with
            {
                Jurisdiction = known with { Returns = Append(known.Returns, Returned(e, summary)) },
                Summary = summary with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null, Officer = null },
            },
            ReturnReviewed e => file with { Jurisdiction = known with { Returns = Reviewed(known.Returns, e) } },
            // The question is open again, whatever was said and ruled before: the ledger keeps it.
            DisputeOpened e => file with
            {
                Jurisdiction = known with { Statements = [], Ruling = null },
                Summary = summary with { Status = CaseStatus.Disputed, Dispute = new Dispute(e.Units, e.Body, e.At) },
            },
            StatementGiven e => file with { Jurisdiction = known with { Statements = Amended(known.Statements, e) } },
            RulingGiven e => file with
            {
                Jurisdiction = known with { Ruling = new Ruling(e.Lead, e.Assisting, e.Reasons, e.LegalBasis, e.Scope, e.At) },
            },
            _ => throw new InvalidOperationException($"{@event.GetType().Name} says nothing about whose case it is."),
        };
    }

    private static UnitReturn Returned(CaseReturned e, CaseSummary before) =>
        new(e.Unit, e.Reason, e.LegalBasis, e.Explanation, e.Proper, before.Assisting, e.At);

    private static UnitReturn[] Reviewed(IReadOnlyList<UnitReturn> returns, ReturnReviewed e) =>
        [.. returns.SkipLast(1), returns[^1] with { Upheld = e.Upheld, ReviewReason = e.Reason }];

    private static UnitStatement[] Amended(IReadOnlyList<UnitStatement> statements, StatementGiven e) =>
        [.. statements.Where(one => one.Unit != e.Unit), new UnitStatement(e.Unit, e.Text, e.LegalBasis, e.At)];

    private static T[] Append<T>(IReadOnlyList<T> known, T next) => [.. known, next];
}
