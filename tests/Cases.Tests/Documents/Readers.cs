using Hotline.Cases.CaseFiles;

namespace Hotline.Cases.Tests.Documents;

/// <summary>The words for what somebody is to a case.</summary>
internal static class Readers
{
    private static readonly (Standing Standing, string Name)[] Names =
    [
        (Standing.Staff, "staff"),
        (Standing.Desk, "the desk"),
        (Standing.Operator, "operator"),
        (Standing.Supervisor, "supervisor"),
        (Standing.Administrator, "administrator"),
        (Standing.Auditor, "auditor"),
        (Standing.Submitter, "the channel that submitted it"),
        (Standing.Lead, "the lead unit"),
        (Standing.Assisting, "an assisting unit"),
        (Standing.Asked, "the merchant asked"),
        (Standing.Disputant, "a unit in dispute"),
        (Standing.SupervisionBody, "the supervision body"),
        (Standing.Hotline, "*Hotline*"),
    ];

    /// <summary>Everybody a line of the table names; staff as a whole where all of them may.</summary>
    public static IEnumerable<string> Of(Standing who)
    {
        foreach (var (standing, name) in Names)
        {
            if ((who & standing) != standing)
                continue;
            who &= ~standing;
            yield return name;
        }
    }
}
