using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Contracts.Errors;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Explains why ASP.NET Core could not bind a request, by field where it can be told.</summary>
internal static partial class RequestFaults
{
    public static Problem Explain(BadHttpRequestException fault) => fault switch
    {
        { InnerException: JsonException json } => OfJson(json),
        { StatusCode: StatusCodes.Status400BadRequest } when fault.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            new Problem(StatusCodes.Status400BadRequest, "body-missing"),
        { StatusCode: StatusCodes.Status400BadRequest } when ParameterName().Match(fault.Message) is { Success: true } parameter =>
            InvalidParameter(parameter.Groups["name"].Value),
        _ => CommonErrors.OfStatus(fault.StatusCode),
    };

    private static Problem OfJson(JsonException fault)
    {
        // "$" is the body itself: not JSON at all, or a required property is absent, whose name only the message tells.
        if (MissingProperties().Match(fault.Message) is { Success: true } missing)
            return Missing(fault.Path, missing.Groups["names"].Value);
        var path = Dotted(fault.Path);
        return path.Length == 0 ? new Problem(StatusCodes.Status400BadRequest, "malformed-json") : InvalidValue(path);
    }

    private static Problem Missing(string? path, string names)
    {
        var parent = Dotted(path);
        var fields = QuotedName().Matches(names).Select(match => match.Groups["name"].Value)
            .Select(name => parent.Length == 0 ? name : $"{parent}.{name}");
        return new Problem(StatusCodes.Status400BadRequest, "invalid-fields") { Fields = [.. fields.Select(field => Error.Invalid(field, "required"))] };
    }

    private static Problem InvalidValue(string path) => new(StatusCodes.Status400BadRequest, "invalid-value")
    {
        Arguments = [path],
        Fields = [Error.Invalid(path, "invalid-value", path)],
    };

    private static Problem InvalidParameter(string name) => new(StatusCodes.Status400BadRequest, "invalid-parameter")
    {
        Arguments = [name],
        Fields = [Error.Invalid(name, "invalid-parameter", name)],
    };

    private static string Dotted(string? path) => (path ?? "").TrimStart('$').TrimStart('.');

    [GeneratedRegex("""missing required properties including: (?<names>.+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex MissingProperties();

    [GeneratedRegex("""'(?<name>[^']+)'""", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedName();

    // "Failed to bind parameter "int page" from "x"." and "Required parameter "string q" was not provided from query string."
    [GeneratedRegex("""parameter "(?:\S+ )*(?<name>[A-Za-z0-9_\-]+)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterName();
}
