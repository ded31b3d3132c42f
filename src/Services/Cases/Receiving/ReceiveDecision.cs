using Hotline.Cases.CaseFiles;
using Hotline.Cases.Screening;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Receiving;

/// <summary>Takes a matter in: what is personal goes into the sealed part, everything else is masked. What its words tell holds it for the screening desk.</summary>
internal static class ReceiveDecision
{
    public static IReadOnlyList<CaseEvent> Decide(
        CaseId id, ReceiveCase command, Func<string, string> phoneHash, ScreeningPolicy screening, DateTimeOffset now)
    {
        var findings = TextScreening.Read(command, screening);
        var received = Receive(id, command with { Urgency = UrgencyOf(command, findings) }, phoneHash, now);
        return findings.Count == 0 ? [received] : [received, new CaseHeld(findings)];
    }

    // Until triage has looked. What is imported was a danger then, and is none now.
    private static Urgency UrgencyOf(ReceiveCase command, IEnumerable<Finding> findings) =>
        command.Channel != Channel.Import && findings.Any(finding => finding.Kind == FindingKind.Emergency) ? Urgency.Urgent : command.Urgency;

    private static CaseReceived Receive(CaseId id, ReceiveCase command, Func<string, string> phoneHash, DateTimeOffset now)
    {
        var title = Mask(command.Title, command.Citizen);
        var text = Mask(command.Text, command.Citizen);
        return new CaseReceived(text, command.Fingerprint, command.Submitter ?? command.By.Subject)
        {
            Case = Privacy.Shown(Summarize(id, command, title, phoneHash, now)),
            Secrets = new CaseSecrets
            {
                Name = command.Citizen.Name,
                Phone = command.Citizen.Phone,
                Address = command.Place?.Address,
                Latitude = command.Place?.Latitude,
                Longitude = command.Place?.Longitude,
                Title = title == command.Title && !command.Sealed ? null : command.Title,
                Text = text == command.Text ? null : command.Text,
            },
        };
    }

    private static string Mask(string words, SubmittedCitizen citizen) => Masking.Text(words, citizen.Name, citizen.Phone, citizen.HideIdentity);

    private static CaseSummary Summarize(CaseId id, ReceiveCase command, string title, Func<string, string> phoneHash, DateTimeOffset now) => new()
    {
        CaseId = id,
        Number = command.Number,
        Version = 1,
        Status = CaseStatus.Received,
        Kind = command.Kind,
        Type = command.Type,
        Urgency = command.Urgency,
        Channel = command.Channel,
        Category = command.Category,
        Sealed = command.Sealed,
        Title = title,
        Citizen = Summarize(command.Citizen, phoneHash),
        Area = command.Place?.Area,
        MaskedAddress = Masking.Address(command.Place?.Address),
        Latitude = Masking.Coordinate(command.Place?.Latitude),
        Longitude = Masking.Coordinate(command.Place?.Longitude),
        OccurredAt = command.OccurredAt,
        ReceivedAt = command.ReceivedAt ?? now,
        StepSince = now,
        IncidentUntil = command.IncidentUntil,
        SplitFrom = command.SplitFrom,
    };

    private static CitizenSummary Summarize(SubmittedCitizen citizen, Func<string, string> phoneHash) => new(
        Masking.Name(citizen.Name),
        Masking.Phone(citizen.Phone),
        citizen.Phone is null ? null : phoneHash(citizen.Phone),
        citizen.Anonymous,
        citizen.HideIdentity,
        citizen.Enterprise);
}
