using Hotline.Cases.CaseFiles;
using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Documents;

/// <summary>Everybody who could want to do something to a case.</summary>
internal static class Readers
{
    private static readonly UnitRef Stranger = UnitRef.Department("culture");

    /// <summary>Who may do the act to this case, by what they are to it.</summary>
    public static IEnumerable<string> WhoMay(Act act, CaseFile file) =>
        Of(file).Where(one => Permissions.MayRead(one.Actor, file) && Permissions.May(one.Actor, act, file)).Select(one => one.Name);

    private static IEnumerable<(string Name, Actor Actor)> Of(CaseFile file)
    {
        foreach (var role in new[] { Role.Operator, Role.Supervisor, Role.Administrator, Role.Auditor })
            yield return (role.ToString().ToLowerInvariant(), new Actor("somebody", role));
        yield return ("the channel that submitted it", new Actor(file.Submitter, Role.Channel));
        yield return ("another channel", new Actor("another", Role.Channel));
        if (file.Lead is { } lead)
            yield return ("the lead unit", new Actor("one", RoleOf(lead), lead));
        foreach (var assisting in file.Summary.Assisting)
            yield return ("an assisting unit", new Actor("one", RoleOf(assisting), assisting));
        if (file.Summary.Dispute is { } dispute)
        {
            yield return ("a unit in dispute", new Actor("one", Role.Officer, dispute.Units[0]));
            yield return ("the supervision body", new Actor("one", Role.Officer, dispute.Body));
        }
        if (file.Offer is { } offer && offer.Merchant != file.Lead)
            yield return ("the merchant asked", new Actor("one", Role.Merchant, offer.Merchant));
        yield return ("another unit", new Actor("one", Role.Officer, Stranger));
        yield return ("*Hotline*", Given.Hotline);
    }

    private static Role RoleOf(UnitRef unit) => unit.Kind switch
    {
        UnitKind.Department => Role.Officer,
        UnitKind.Merchant => Role.Merchant,
        UnitKind.Expert => Role.Expert,
    };
}
