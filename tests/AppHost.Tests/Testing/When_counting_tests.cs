using System.Xml.Linq;
using Hotline.Launcher.Testing;

namespace Hotline.AppHost.Tests.Testing;

public sealed class When_counting_tests
{
    [Fact]
    public void What_was_executed_and_did_not_pass_has_failed() => Assert.Equal(
        new TestCount(7, 2, 1),
        TestCount.OfReport(XDocument.Parse(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <ResultSummary outcome="Failed"><Counters total="10" executed="9" passed="7" failed="1" error="0" timeout="1" /></ResultSummary>
            </TestRun>
            """)));

    [Fact]
    public void The_sum_reads_as_one_line() =>
        Assert.Equal("3 passed, 1 failed, 2 skipped", (new TestCount(1, 1, 0) + new TestCount(2, 0, 2)).ToString());

    [Fact]
    public void What_failed_is_told_once_more_on_a_line_each() => Assert.Equal(
        ["failed A.B(x: 1): Expected: 1 Actual: 2", "failed A.Slow: no message"],
        FailedTests.OfReport(XDocument.Parse(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testName="A.Fine" outcome="Passed" />
                <UnitTestResult testName="A.Left" outcome="NotExecuted" />
                <UnitTestResult testName="A.B(x: 1)" outcome="Failed"><Output><ErrorInfo><Message>Expected: 1
            Actual:   2</Message><StackTrace>at A.B</StackTrace></ErrorInfo></Output></UnitTestResult>
                <UnitTestResult testName="A.Slow" outcome="Timeout" />
              </Results>
            </TestRun>
            """)));
}
