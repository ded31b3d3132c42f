using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Ledger.Finding;
using Hotline.Ledger.Secrets;

namespace Hotline.Cases.Locating;

/// <summary>Whom a request is about: somebody with a phone number, or whoever a case is of.</summary>
/// <param name="Phone">However it is written.</param>
/// <param name="Number">Number of any case of the person.</param>
public abstract record Whom(string? Phone, string? Number)
{
    internal Error? WhoIsMissing() =>
        string.IsNullOrWhiteSpace(Phone) == string.IsNullOrWhiteSpace(Number) ? Error.Invalid("phone", "phone-or-number") : null;
}

/// <summary>Finds all cases of one person, by the keyed hash of the phone number. An anonymous case is of nobody else.</summary>
internal sealed class CitizenLookup(CitizenCases cases, PhoneHash phones, CaseDirectory directory, IGrainFactory grains)
{
    /// <summary>The cases as they stand, oldest first; none when nothing is known of the person.</summary>
    public async Task<Outcome<List<CaseView>>> Find(Whom whom, Actor by, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(whom.Phone))
            return await Read(await cases.Of(phones.Of(whom.Phone), cancellationToken), by, cancellationToken);
        if (await directory.Find(whom.Number!.Trim(), cancellationToken) is not { } id)
            return CaseErrors.Unknown;
        var one = await Read([id], by, cancellationToken);
        return one.Value?[0].Case.Citizen.PhoneHash is { } hash
            ? await Read([.. (await cases.Of(hash, cancellationToken)).Union([id])], by, cancellationToken)
            : one;
    }

    private async Task<Outcome<List<CaseView>>> Read(IReadOnlyList<CaseId> ids, Actor by, CancellationToken cancellationToken)
    {
        var views = new List<CaseView>();
        foreach (var id in ids)
        {
            var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Read(by, cancellationToken);
            if (!outcome.Succeeded)
                return outcome.Error;
            views.Add(outcome.Value);
        }
        return views;
    }
}
