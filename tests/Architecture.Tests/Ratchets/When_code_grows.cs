using Hotline.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Ratchets;

/// <summary>Files and methods stay small enough to be read at once; tests wait for facts.</summary>
public sealed class When_code_grows
{
    private static readonly (string Name, int Lines)[] Methods = [.. Repository.Sources.SelectMany(file => file.All<BaseMethodDeclarationSyntax>()
        .Where(method => method.Body is not null || method.ExpressionBody is not null)
        .Select(method => ($"{file.Path}/{NameOf(method)}", LinesOf(method))))];

    [Fact]
    public void Files_stay_within_200_lines()
    {
        Assert.True(Repository.Sources.Count > 300, "The sources were not read.");
        new Ratchet("long-files").Hold(Repository.Sources.Where(file => file.Lines > 201).ToDictionary(file => file.Path, file => file.Lines - 1));
    }

    [Fact]
    public void Methods_stay_within_50_lines()
    {
        Assert.True(Methods.Length > 800, "The methods were not read.");
        new Ratchet("long-methods").Hold(Methods.Where(method => method.Lines > 50)
            .GroupBy(method => method.Name).ToDictionary(group => group.Key, group => group.Max(method => method.Lines)));
    }

    [Fact]
    public void Half_of_the_methods_fit_into_8_lines()
    {
        var median = Methods.Select(method => method.Lines).Order().ElementAt(Methods.Length / 2);
        Assert.InRange(median, 1, 8);
    }

    [Fact]
    public void Tests_wait_for_facts_and_never_for_time()
    {
        var tests = Repository.Sources.Where(file => file.IsTest && !file.Path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal)).ToList();
        Assert.Contains(tests, file => Waits(file).Any());
        new Ratchet("waiting").Hold(tests.Select(file => (file.Path, Count: Waits(file).Count(wait => !AsksForAFact(wait))))
            .Where(file => file.Count > 0).ToDictionary(file => file.Path, file => file.Count));
    }

    private static IEnumerable<InvocationExpressionSyntax> Waits(SourceFile file) => file.All<InvocationExpressionSyntax>()
        .Where(call => call.Expression.ToString() is "Task.Delay" or "Thread.Sleep" && !call.ArgumentList.ToString().Contains("Infinite", StringComparison.Ordinal));

    private static bool AsksForAFact(SyntaxNode wait) =>
        wait.Ancestors().TakeWhile(node => node is not BaseMethodDeclarationSyntax).Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ForEachStatementSyntax);

    // Without its attributes: a table of test cases above a method is data.
    private static int LinesOf(BaseMethodDeclarationSyntax method)
    {
        var lines = method.SyntaxTree.GetText().Lines;
        var first = method.AttributeLists.Count == 0 ? method.SpanStart : method.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart;
        return lines.IndexOf(method.Span.End) - lines.IndexOf(first) + 1;
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) =>
        $"{method.Ancestors().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text}.{(method as MethodDeclarationSyntax)?.Identifier.Text ?? "constructor"}";
}
