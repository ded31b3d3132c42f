using System.Text.Json;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_lane_is_sealed
{
    private static readonly string[] Secrets = ["水管", "张", "138****8000", "人民路"];

    [Fact]
    public void Neither_title_nor_citizen_is_in_the_summary_that_messages_carry()
    {
        var received = ReceiveDecision.Decide(
            new CaseId(Guid.NewGuid()), Given.Submission(CaseKind.Consultation) with { Sealed = true }, _ => "hash", Given.City.Screening, Given.Monday)[0];

        Nowhere(received.Case);
        Assert.Equal(("水管爆裂", "张三"), (received.Secrets!.Title, received.Secrets.Name));
    }

    [Fact]
    public void Triage_into_it_hides_them_and_triage_out_of_it_shows_them_again()
    {
        var open = Given.Received(CaseKind.Consultation);
        var hidden = Triaged(open, isSealed: true);
        Nowhere(hidden.Summary);

        var shown = Triaged(hidden, isSealed: false);
        Assert.Equal(open.Summary.Citizen, shown.Summary.Citizen);
        Assert.Equal(("水管爆裂", "人民路"), (shown.Summary.Title, shown.Summary.MaskedAddress));
    }

    [Fact]
    public void A_case_that_was_sealed_from_the_beginning_shows_its_words_masked_once_it_is_not()
    {
        var shown = Triaged(Given.Received(CaseKind.Consultation, isSealed: true), isSealed: false);

        Assert.Equal(("水管爆裂", "张*", "138****8000"), (shown.Summary.Title, shown.Summary.Citizen.MaskedName, shown.Summary.Citizen.MaskedPhone));
    }

    private static CaseFile Triaged(CaseFile file, bool isSealed) =>
        Given.After(file, Given.Operator, new CaseTriaged("c", file.Summary.Kind, file.Summary.Type, Urgency.General, isSealed, null, null));

    private static void Nowhere(CaseSummary summary)
    {
        var message = JsonSerializer.Serialize(summary, CaseJson.Options);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, message, StringComparison.Ordinal));
    }
}
