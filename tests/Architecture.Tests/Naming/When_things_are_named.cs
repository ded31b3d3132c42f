using System.Text.RegularExpressions;
using Hotline.Architecture.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hotline.Architecture.Tests.Naming;

/// <summary>Names by which a stranger finds things.</summary>
public sealed partial class When_things_are_named
{
    [Fact]
    public void The_namespace_is_the_folder() => Found.NoneAmong(Repository.Sources, 300, file => file.All<BaseNamespaceDeclarationSyntax>()
        .Where(declared => declared.Name.ToString() != NamespaceOf(file))
        .Select(declared => $"{file.At(declared)} is {declared.Name}, not {NamespaceOf(file)}"));

    [Fact]
    public void Only_programs_and_assembly_attributes_have_no_namespace() => Found.NoneAmong(Repository.Sources, 300, file =>
        file.All<BaseNamespaceDeclarationSyntax>().Any() || !file.All<BaseTypeDeclarationSyntax>().Any() || file.All<GlobalStatementSyntax>().Any()
            ? [] : [file.Path]);

    [Fact]
    public void No_type_is_named_by_an_empty_word() => Found.NoneAmong(
        Repository.Sources.SelectMany(file => file.All<BaseTypeDeclarationSyntax>().Select(type => (file, type))).ToList(), 400,
        one => EmptyWord().IsMatch(one.type.Identifier.Text) ? [$"{one.file.At(one.type)} {one.type.Identifier.Text}"] : []);

    private static string NamespaceOf(SourceFile file)
    {
        var project = Repository.Projects.Where(candidate => file.Path.StartsWith(candidate.Folder + "/", StringComparison.Ordinal))
            .MaxBy(candidate => candidate.Folder.Length)!;
        var folders = file.Path[(project.Folder.Length + 1)..].Split('/')[..^1];
        return string.Join('.', folders.Prepend(project.Assembly));
    }

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Impl|Common)$|^Base[A-Z]|Base$")]
    private static partial Regex EmptyWord();
}
