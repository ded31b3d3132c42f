using System.Globalization;
using System.Xml.Linq;

namespace Hotline.Launcher.Testing;

/// <summary>How many tests ended how.</summary>
internal sealed record TestCount(int Passed, int Failed, int Skipped)
{
    private static readonly XNamespace _trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestCount operator +(TestCount left, TestCount right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Reads the counters of a TRX report.</summary>
    public static TestCount OfReport(XDocument report)
    {
        var counters = report.Descendants(_trx + "Counters").Single();
        var total = Number("total");
        var passed = Number("passed");
        var executed = Number("executed");
        return new TestCount(passed, executed - passed, total - executed);

        int Number(string name) => (int)counters.Attribute(name)!;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
