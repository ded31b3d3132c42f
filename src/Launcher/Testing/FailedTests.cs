using System.Xml.Linq;

namespace Hotline.Launcher.Testing;

/// <summary>The tests that failed, told once more at the end: whoever reads the last lines of a long run then knows which.</summary>
internal static class FailedTests
{
    private const int LongestMessage = 300;

    private static readonly XNamespace _trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Name and message of each, on one line, from a TRX report.</summary>
    public static IReadOnlyList<string> OfReport(XDocument report) =>
    [
        .. report.Descendants(_trx + "UnitTestResult")
            .Where(result => (string?)result.Attribute("outcome") is not ("Passed" or "NotExecuted"))
            .Select(result => $"failed {(string?)result.Attribute("testName")}: {Message(result)}"),
    ];

    private static string Message(XElement result)
    {
        var said = (string?)result.Descendants(_trx + "Message").FirstOrDefault() ?? "no message";
        var line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }
}
