using Hotline.Cases.Receiving;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Secrets;

namespace Hotline.Cases.Screening;

/// <summary>甄别 by the words of the matter alone. What other cases have to do with it is found later, beside intake.</summary>
internal static class TextScreening
{
    public static IReadOnlyList<Finding> Read(ReceiveCase matter, ScreeningPolicy policy)
    {
        var findings = policy.Read($"{matter.Title}\n{matter.Text}").ToList();
        if (string.Join(", ", OthersNumbers(matter).Select(number => Masking.Text(number)).Distinct()) is { Length: > 0 } masked)
            findings.Add(new Finding(FindingKind.OthersPersonalData, masked));
        return findings;
    }

    // The citizen's own phone number in the text is no secret of somebody else.
    private static IEnumerable<string> OthersNumbers(ReceiveCase matter)
    {
        var own = matter.Citizen.Phone is { } phone ? PhoneHash.Normalize(phone) : null;
        return Masking.NumbersIn(matter.Title).Concat(Masking.NumbersIn(matter.Text)).Where(number => PhoneHash.Normalize(number) != own);
    }
}
