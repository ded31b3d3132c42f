using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Roles × acts × own and other unit: every cell of Permissions.txt, in every situation that makes a difference.</summary>
public sealed class When_anybody_wants_anything
{
    private static readonly PermissionTable Table = PermissionTable.Read();

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var line in Table.Lines)
        {
            foreach (var person in Table.People)
                cells.Add(line, person);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void It_is_as_the_table_says(string line, string person)
    {
        var cell = Table.Cell(line, person);
        Assert.Contains(cell, (string[])["yes", "desk", "-"]);
        var tried = 0;
        foreach (var file in Situations())
        {
            var may = cell == "yes" || cell == "desk" && (file.Lead is null || file.Status == CaseStatus.AwaitingVisit);
            // A merchant who took the job is the one who was asked, too.
            may |= person == "lead" && file.Offer?.Merchant == file.Lead && Table.Cell(line, "asked") == "yes";
            foreach (var actor in People.Who(person, file))
            {
                Assert.True(may == May(line, actor, file), $"{actor.Roles} of {actor.Unit} with a case {file.Status}, lead {file.Lead}: {line} should be {cell}");
                tried++;
            }
        }
        Assert.True(tried > 0, "The table names somebody no situation has.");
    }

    [Fact]
    public void Every_act_has_a_line() =>
        Assert.Equal(Enum.GetValues<Act>().Select(Lifecycle.NameOf), Table.Lines.Where(line => !line.StartsWith('(')));

    private static bool May(string line, Actor actor, CaseFile file) => line switch
    {
        "(read)" => Permissions.MayRead(actor, file),
        "(unmask)" => Permissions.MayUnmask(actor, file),
        "(unmask hidden)" => Permissions.MayUnmask(actor, With(file, hidden: true)),
        "(unmask sealed)" => Permissions.MayUnmask(actor, With(file, isSealed: true)),
        "(unmask sealed hidden)" => Permissions.MayUnmask(actor, With(file, hidden: true, isSealed: true)),
        _ => Permissions.May(actor, Enum.GetValues<Act>().Single(act => Lifecycle.NameOf(act) == line), file),
    };

    // On the desk, offered, in dispute, and with each kind of unit; also once that has answered.
    private static IEnumerable<CaseFile> Situations() =>
    [
        Given.Received(),
        Given.A(CaseStatus.Offered),
        Given.A(CaseStatus.Assigned),
        Assisted(Given.A(CaseStatus.InProgress)),
        Assisted(Given.A(CaseStatus.AwaitingVisit)),
        Assisted(Given.A(CaseStatus.Closed)),
        Given.A(CaseStatus.Disputed),
        Given.After(Given.A(CaseStatus.Triaged, CaseKind.Consultation), Given.Operator, new CaseDispatched(Given.Doctor, [], null, null, 1)),
    ];

    private static CaseFile Assisted(CaseFile file) => file with { Summary = file.Summary with { Assisting = [UnitRef.Department("health")] } };

    private static CaseFile With(CaseFile file, bool hidden = false, bool isSealed = false) => file with
    {
        Summary = file.Summary with { Sealed = isSealed, Citizen = file.Summary.Citizen with { HideIdentity = hidden } },
    };
}
