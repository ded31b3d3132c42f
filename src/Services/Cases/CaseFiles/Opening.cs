using Hotline.Contracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>The first event carries the case as taken in: the summary it was stamped with is the state it makes.</summary>
internal static class Opening
{
    public static CaseFile Of(CaseReceived received) => new()
    {
        Summary = received.Case with { Version = received.Version, Submitter = received.Submitter },
        Text = received.Text,
        Fingerprint = received.Fingerprint,
        Submitter = received.Submitter,
        Citizen = received.Secrets is { } sealedPart
            ? sealedPart with { Title = sealedPart.Title ?? received.Case.Title, Text = sealedPart.Text ?? received.Text, Words = null }
            : null,
    };
}
