using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Reading;

/// <summary>A C# file of the repository.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Syntax)
{
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public int Lines => Syntax.GetText().Lines.Count;

    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary><c>src/…/File.cs:12</c>, for people to click on.</summary>
    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
