using System.Globalization;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;

namespace Hotline.Feedback.Answering;

/// <summary>Answers to a return visit.</summary>
/// <param name="Code">The one-time code.</param>
/// <param name="Solved">"Was it solved?"</param>
/// <param name="Satisfied">"Are you satisfied?"</param>
/// <param name="Reason">Code of one of the city's reasons; needed when not solved or not satisfied. It decides whether the unit is at fault.</param>
/// <param name="Comment">In the citizen's own words, at most 2,000 characters.</param>
public sealed record LinkAnswerRequest(string? Code, bool? Solved, Satisfaction? Satisfied, string? Reason, string? Comment)
{
    internal List<Error> Faults(VisitPolicy policy) =>
    [
        .. LinkFields.Required("code", Code),
        .. Solved is null ? LinkFields.Missing("solved") : [],
        .. Satisfied is null ? LinkFields.Missing("satisfied") : [],
        .. ReasonFaults(policy),
        .. LinkFields.Short("comment", Comment),
    ];

    private Error[] ReasonFaults(VisitPolicy policy) => string.IsNullOrWhiteSpace(Reason)
        ? policy.WantsReason(Solved, Satisfied) ? LinkFields.Missing("reason") : []
        : policy.Find(Reason) is null ? [Error.Invalid("reason", "visit-reason-unknown", string.Join(", ", policy.Reasons.Select(one => one.Code)))] : [];
}

/// <summary>Opens a closed case again, or has a refusal reviewed.</summary>
/// <param name="Code">The one-time code.</param>
/// <param name="Reason">Why, at most 2,000 characters.</param>
public sealed record LinkReopenRequest(string? Code, string? Reason)
{
    internal List<Error> Faults() => [.. LinkFields.Required("code", Code), .. LinkFields.Required("reason", Reason), .. LinkFields.Short("reason", Reason)];
}

/// <summary>Checks of what citizens write.</summary>
internal static class LinkFields
{
    private const int Longest = 2000;

    public static Error[] Missing(string field) => [Error.Invalid(field, "required")];

    public static Error[] Required(string field, string? value) => string.IsNullOrWhiteSpace(value) ? Missing(field) : [];

    public static Error[] Short(string field, string? value) =>
        value?.Length > Longest ? [Error.Invalid(field, "too-long", Longest.ToString(CultureInfo.InvariantCulture))] : [];
}
