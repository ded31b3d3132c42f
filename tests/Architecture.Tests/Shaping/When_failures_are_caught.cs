using Hotline.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Shaping;

/// <summary>Nobody swallows a failure.</summary>
public sealed class When_failures_are_caught
{
    private static readonly (SourceFile File, CatchClauseSyntax Clause)[] Caught =
        [.. Repository.Sources.SelectMany(file => file.All<CatchClauseSyntax>().Select(clause => (file, clause)))];

    [Fact]
    public void Something_is_done_about_it_or_said_why_not() => Found.NoneAmong(Caught, 10, caught =>
        caught.Clause.Block.Statements.Count > 0 || IsExplained(caught.Clause) ? [] : [$"{caught.File.At(caught.Clause)} is empty"]);

    [Fact]
    public void Only_a_named_failure_is_passed_over() => Found.NoneAmong(Caught, 10, caught =>
        caught.Clause is { Block.Statements.Count: 0, Filter: null } && (caught.Clause.Declaration?.Type.ToString() ?? "Exception") == "Exception"
            ? [$"{caught.File.At(caught.Clause)} swallows everything"] : []);

    private static bool IsExplained(CatchClauseSyntax clause) => clause.DescendantTrivia().Any(trivia => trivia.ToString().StartsWith("//", StringComparison.Ordinal));
}
