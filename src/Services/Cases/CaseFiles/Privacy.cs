using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>What of the citizen a case shows, when its lane is sealed, and once the citizen was erased.</summary>
internal static class Privacy
{
    /// <summary>The summary as messages and lists may have it: of a sealed case neither title nor citizen, not even masked.</summary>
    public static CaseSummary Shown(CaseSummary summary) => !summary.Sealed ? summary : summary with
    {
        Title = CaseSummary.Hidden,
        Citizen = summary.Citizen with { MaskedName = null, MaskedPhone = null, Enterprise = null },
        MaskedAddress = null,
        Latitude = null,
        Longitude = null,
    };

    /// <summary>Words said in the case as messages and units may have them: without numbers, and without the citizen who wants to stay hidden.</summary>
    public static string Masked(CaseFile file, string words) =>
        Masking.Text(words, file.Citizen?.Name, file.Citizen?.Phone, file.Summary.Citizen.HideIdentity);

    /// <summary>A public answer: others read it with the case or get it with theirs, so it names its citizen to nobody.</summary>
    public static string Public(CaseFile file, string answer) =>
        Masking.Citizen(answer, file.Citizen?.Name, file.Citizen?.Phone, file.Summary.Citizen.HideIdentity);

    /// <summary>The words as they were said, when masking changed them.</summary>
    public static CaseSecrets? Sealed(string? words, string? masked) => words == masked ? null : new CaseSecrets { Text = words };

    /// <summary>The case goes into a sealed lane, or turns out not to belong there: then it shows again what is not secret.</summary>
    public static CaseFile Seal(CaseFile file, bool into)
    {
        if (into == file.Summary.Sealed)
            return file;
        var summary = file.Summary with { Sealed = into };
        if (into || file.Citizen is not { } citizen)
            return file with { Summary = Shown(summary) };
        return file with
        {
            Summary = summary with
            {
                Title = Masking.Text(citizen.Title!, citizen.Name, citizen.Phone, summary.Citizen.HideIdentity),
                Citizen = summary.Citizen with { MaskedName = Masking.Name(citizen.Name), MaskedPhone = Masking.Phone(citizen.Phone) },
                MaskedAddress = Masking.Address(citizen.Address),
                Latitude = Masking.Coordinate(citizen.Latitude),
                Longitude = Masking.Coordinate(citizen.Longitude),
            },
        };
    }

    /// <summary>Place and citizen are known better; what of them may be seen stands in the summary.</summary>
    public static CaseFile Completed(CaseFile file, DetailsCompleted known)
    {
        var clear = (file.Citizen ?? new CaseSecrets()) is var before && known.Secrets is { } told
            ? before with
            {
                Name = told.Name ?? before.Name,
                Phone = told.Phone ?? before.Phone,
                Address = told.Address ?? before.Address,
                Latitude = told.Latitude ?? before.Latitude,
                Longitude = told.Longitude ?? before.Longitude,
            }
            : before;
        return file with
        {
            Citizen = clear,
            // The rules may send it elsewhere from there.
            Proposal = known.Area is null || known.Area == file.Summary.Area ? file.Proposal : null,
            Summary = Shown(file.Summary with
            {
                Area = known.Area ?? file.Summary.Area,
                OccurredAt = known.OccurredAt ?? file.Summary.OccurredAt,
                Citizen = file.Summary.Citizen with
                {
                    MaskedName = Masking.Name(clear.Name),
                    MaskedPhone = Masking.Phone(clear.Phone),
                    PhoneHash = known.PhoneHash ?? file.Summary.Citizen.PhoneHash,
                    Anonymous = file.Summary.Citizen.Anonymous && (known.Secrets?.Name ?? known.Secrets?.Phone) is null,
                },
                MaskedAddress = Masking.Address(clear.Address),
                Latitude = Masking.Coordinate(clear.Latitude),
                Longitude = Masking.Coordinate(clear.Longitude),
            }),
        };
    }

    /// <summary>Everything of the citizen is gone; what the hotline did is not.</summary>
    public static CaseFile Erase(CaseFile file, DateTimeOffset at) => file with
    {
        Summary = file.Summary with
        {
            Title = CaseSummary.Hidden,
            Citizen = new CitizenSummary(null, null, null, file.Summary.Citizen.Anonymous, file.Summary.Citizen.HideIdentity, null),
            MaskedAddress = null,
            Latitude = null,
            Longitude = null,
            ErasedAt = at,
        },
        Text = CaseSummary.Hidden,
        Answer = file.Answer is null ? null : CaseSummary.Hidden,
        Question = null,
        Findings = [.. file.Findings.Select(finding => finding with { Evidence = CaseSummary.Hidden })],
        Files = [.. file.Files.Select(one => one with { Name = null })],
        Fingerprint = CaseSummary.Hidden,
        Citizen = null,
    };
}
