using System.Text.Json;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Tests.Reading;

public sealed class When_somebody_reads_a_case
{
    private static readonly PermissionTable Table = PermissionTable.Read();

    public static TheoryData<string, CaseStatus> Readers()
    {
        var readers = new TheoryData<string, CaseStatus>();
        foreach (var person in Table.People.Where(person => Table.Cell("(read)", person) != "-"))
        {
            foreach (var status in Enum.GetValues<CaseStatus>())
                readers.Add(person, status);
        }
        return readers;
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Nobody_gets_the_citizen_in_clear(string person, CaseStatus status)
    {
        foreach (var answer in Answers(person, Given.A(status)))
        {
            foreach (var secret in (string[])["张三", "13812348000", "501室", "29.123456"])
                Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Of_a_sealed_case_nobody_gets_the_words_or_the_citizen_even_masked(string person, CaseStatus status)
    {
        var sealedFile = Privacy.Seal(Given.A(status), into: true);
        foreach (var answer in Answers(person, sealedFile))
        {
            foreach (var secret in (string[])["水管", "张", "138****8000", "人民路"])
                Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lead", false)]
    [InlineData("assisting", false)]
    [InlineData("operator", true)]
    [InlineData("submitter", true)]
    public void A_citizen_who_hides_from_the_unit_is_masked_to_the_hotline_and_nobody_to_the_unit(string person, bool shown)
    {
        var file = Given.After(Given.Received(hideIdentity: true), Given.Operator, new CaseDispatched(Given.Water, [UnitRef.Department("health")], null, null, 1));

        Assert.All(Answers(person, file), answer => Assert.Equal(shown, answer.Contains("138****8000", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_answer_of_a_sealed_lane_is_for_its_lane_and_the_front_end()
    {
        var file = Privacy.Seal(Given.A(CaseStatus.Closed), into: true);
        string[] told = [.. Table.People.Where(person => Table.Cell("(read)", person) != "-" && Answers(person, file).Any(answer => answer.Contains("已修复", StringComparison.Ordinal)))];

        Assert.Equal(["supervisor", "submitter", "lead"], told);
    }

    [Theory]
    [InlineData("lead", CaseStatus.InProgress, false, "现场.jpg 修好.jpg")]
    [InlineData("lead", CaseStatus.InProgress, true, "修好.jpg")]
    [InlineData("assisting", CaseStatus.InProgress, true, "修好.jpg")]
    [InlineData("operator", CaseStatus.InProgress, true, "现场.jpg 修好.jpg")]
    [InlineData("submitter", CaseStatus.InProgress, false, "现场.jpg")]
    [InlineData("submitter", CaseStatus.AwaitingVisit, false, "现场.jpg 修好.jpg")]
    [InlineData("asked", CaseStatus.Offered, false, "")]
    public void Files_are_for_whoever_may_know_the_citizen_and_proof_for_the_citizen_once_it_is_answered(string person, CaseStatus status, bool hides, string names)
    {
        var facts = new FileFacts(Guid.CreateVersion7(), "image/jpeg", 3, "00");
        var file = Given.A(status);
        file = Given.After(file, Given.Web, new FileAdded(null, facts) { Secrets = new CaseSecrets { FileName = "现场.jpg" } });
        file = Given.After(file, Given.WaterOfficer, new FileAdded(Given.Water, facts) { Secrets = new CaseSecrets { FileName = "修好.jpg" } });
        var assisting = status == CaseStatus.Offered ? file.Summary.Assisting : [UnitRef.Department("health")];
        var shown = file with { Summary = file.Summary with { Assisting = assisting, Citizen = file.Summary.Citizen with { HideIdentity = hides } } };

        var actor = People.Who(person, shown).First();
        var response = CaseResponse.Of(
            new CaseView(shown.Summary, shown.Text, null, shown.Offer?.OfferId, null, Files: [.. shown.Files]),
            new Caller(actor.Subject, actor.Subject, "test", actor.Roles, [], actor.Unit));

        Assert.Equal(names, string.Join(' ', response.Files!.Select(one => one.Name)));
    }

    [Fact]
    public void The_name_of_a_file_is_masked_like_the_matter() => Assert.Equal(
        "张*的房产证138****8000.pdf",
        Given.After(Given.Received(), Given.Web, new FileAdded(null, new FileFacts(Guid.CreateVersion7(), "application/pdf", 3, "00"))
        {
            Secrets = new CaseSecrets { FileName = "张三的房产证13812348000.pdf" },
        }).Files[0].Name);

    private static IEnumerable<string> Answers(string person, CaseFile file) => People.Who(person, file).Select(actor => JsonSerializer.Serialize(
        CaseResponse.Of(
            new CaseView(file.Summary, file.Text, file.Answer, file.Offer?.OfferId, null),
            new Caller(actor.Subject, actor.Subject, "test", actor.Roles, [], actor.Unit)),
        CaseJson.Options));
}
