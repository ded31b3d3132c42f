using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Everybody who could want something of a case, by what they are to it.</summary>
internal static class People
{
    private static readonly Role[] UnitRoles = [Role.Officer, Role.Department, Role.Merchant, Role.Expert];
    private static readonly UnitRef[] Strangers = [UnitRef.Department("culture"), UnitRef.Merchant("m999"), UnitRef.Expert("lawyer99")];

    /// <summary>Whoever is this to the case; nobody when the case has no such.</summary>
    public static IEnumerable<Actor> Who(string person, CaseFile file) => person switch
    {
        "operator" => [new("one", Role.Operator)],
        "supervisor" => [new("one", Role.Supervisor)],
        "administrator" => [new("one", Role.Administrator)],
        // An auditor who comes from the unit in charge is still an auditor.
        "auditor" => [new("one", Role.Auditor), new("one", Role.Auditor, file.Lead)],
        "submitter" => [new(file.Submitter, Role.Channel)],
        "other-channel" => [new("another", Role.Channel), new("another", Role.Channel, file.Lead)],
        "lead" => Of(file.Lead),
        "assisting" => file.Summary.Assisting.SelectMany(unit => Of(unit)),
        "asked" => file.Offer?.Merchant == file.Lead ? [] : Of(file.Offer?.Merchant),
        "disputing" => (file.Summary.Dispute?.Units ?? []).SelectMany(unit => Of(unit)),
        "body" => Of(file.Summary.Dispute?.Body),
        "other-unit" => [.. Strangers.SelectMany(unit => Of(unit)), .. UnitRoles.Select(role => new Actor("one", role))],
        "hotline" => [Given.Hotline],
        _ => throw new InvalidOperationException($"Nobody knows who '{person}' is."),
    };

    private static IEnumerable<Actor> Of(UnitRef? unit) => unit is null ? [] : UnitRoles.Select(role => new Actor("one", role, unit));
}
