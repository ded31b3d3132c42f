using Hotline.Architecture.Tests.Reading;
using Hotline.ServiceDefaults.Errors;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Shaping;

/// <summary>The process that makes an error must itself know the words for it. That every code has words somewhere, ServiceDefaults.Tests holds.</summary>
public sealed class When_an_error_leaves_a_service
{
    private static readonly (string Project, string Code, string At)[] Made =
        [.. Repository.Sources.Where(file => !file.IsTest).SelectMany(file => file.All<ArgumentListSyntax>().SelectMany(list => CodesIn(file, list)))];

    [Fact]
    public void Its_own_process_has_the_words_in_both_languages() => Found.NoneAmong(Made, 40, made =>
    {
        var texts = ErrorTexts.Of(Binaries.All[made.Project]);
        return new[] { "zh-CN", "en" }.Where(language => texts.Find(made.Code, language) is null)
            .Select(language => $"{made.At}: '{made.Code}' has no {language} text within reach of {made.Project}");
    });

    // new Error(ErrorKind.X, "code"), new(ErrorKind.X, "code"), Error.Invalid(field, "code"), new Problem(status, "code").
    private static IEnumerable<(string Project, string Code, string At)> CodesIn(SourceFile file, ArgumentListSyntax list)
    {
        var isError = list.Arguments.Count >= 2 && (list.Arguments[0].ToString().StartsWith("ErrorKind.", StringComparison.Ordinal)
            || list.Parent is InvocationExpressionSyntax call && call.Expression.ToString() == "Error.Invalid"
            || list.Parent is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Problem" } });
        return isError && list.Arguments[1].Expression is LiteralExpressionSyntax literal
            ? [(ProjectOf(file), literal.Token.ValueText, file.At(list))] : [];
    }

    private static string ProjectOf(SourceFile file) => Repository.Projects
        .Where(project => file.Path.StartsWith(project.Folder + "/", StringComparison.Ordinal)).MaxBy(project => project.Folder.Length)!.Name;
}
