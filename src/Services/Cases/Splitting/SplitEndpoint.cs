using System.Globalization;
using Hotline.Cases.Acting;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Splitting;

/// <param name="Parts">What becomes cases of their own, 1 to 10; the case itself goes on with the rest.</param>
public sealed record SplitRequest(IReadOnlyList<PartRequest>? Parts);

/// <summary>A part of a mixed matter.</summary>
/// <param name="Category">Leaf of the category tree.</param>
public sealed record PartRequest(string? Title, string? Text, string? Category);

internal static class SplitEndpoint
{
    private const int Most = 10;

    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("split", Split, "Splits a mixed matter: each part becomes a case of its own, with the same citizen and place.");

    private static async Task<IResult> Split(ActCall call, SplitRequest body, City city, CaseNumbers numbers, TimeProvider time)
    {
        var parts = body.Parts ?? [];
        var faults = parts.Count is < 1 or > Most
            ? [Error.Invalid("parts", "out-of-range", "1", Most.ToString(CultureInfo.InvariantCulture))]
            : parts.SelectMany((part, index) => Check(part, $"parts[{index}]", city)).ToList();
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation, view) => Receive(call, by, operation, view.Case, parts, city, numbers, time.GetUtcNow()));
    }

    private static IEnumerable<Error> Check(PartRequest part, string field, City city) => Field.Faults(
        Field.Required($"{field}.title", part.Title, 200),
        Field.Required($"{field}.text", part.Text),
        city.Categories.Find(part.Category) is { IsLeaf: true } ? null : Error.Invalid($"{field}.category", "unknown-category", part.Category ?? ""));

    // The parts first, under ids that follow from the operation: a repetition finds them, and each names the case it comes from.
    private static async Task<Outcome<CaseAct>> Receive(
        ActCall call, Actor by, Guid operation, CaseSummary current, IReadOnlyList<PartRequest> parts, City city, CaseNumbers numbers, DateTimeOffset now)
    {
        // What would be refused in the end must not leave parts behind.
        var grain = call.Grains.GetGrain<ICaseGrain>(current.CaseId.GrainKey);
        var rehearsed = await grain.Rehearse(new SplitCase(by, operation, []), call.Aborted);
        if (!rehearsed.Succeeded)
            return rehearsed.Error;
        // The citizen goes along into each part; nobody is shown who it is.
        var whole = await grain.Unmask(by, call.Aborted);
        if (!whole.Succeeded)
            return whole.Error;
        var into = new List<string>();
        for (var index = 0; index < parts.Count; index++)
        {
            var id = new CaseId(Operation.IdFor("split", $"{operation}/{index}"));
            var command = Command(by, await numbers.Next(now, call.Aborted), whole.Value, parts[index], city);
            var received = await call.Grains.GetGrain<ICaseGrain>(id.GrainKey).Receive(command, call.Aborted);
            if (!received.Succeeded)
                return received.Error;
            into.Add(received.Value.Case.Number);
        }

        return new SplitCase(by, operation, into);
    }

    private static ReceiveCase Command(Actor by, string number, CaseView whole, PartRequest part, City city)
    {
        var (summary, secrets) = (whole.Case, whole.Secrets);
        var category = city.Categories.Find(part.Category)!;
        return new ReceiveCase(
            by, $"{summary.Number}/{part.Title}/{part.Text}/{part.Category}", number, summary.Channel, category.Kind, category.Type, category.Urgency, part.Category, city.Experts.IsSealed(part.Category),
            part.Title!.Trim(), part.Text!.Trim(),
            new SubmittedCitizen(secrets?.Name, secrets?.Phone, summary.Citizen.Anonymous, summary.Citizen.HideIdentity, summary.Citizen.Enterprise),
            new SubmittedPlace(secrets?.Address, summary.Area, secrets?.Latitude, secrets?.Longitude),
            summary.OccurredAt, null, SplitFrom: summary.Number, Submitter: summary.Submitter);
    }
}
