using System.Xml.Linq;

namespace Hotline.Architecture.Tests.Reading;

/// <summary>A project file: what it says it builds on.</summary>
/// <param name="Projects">Names of the projects whose types it may use.</param>
/// <param name="Packages">Names of the packages it asks for itself.</param>
internal sealed record Project(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public bool IsTest => Folder.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsShared => Folder.StartsWith("src/Services/Shared/", StringComparison.Ordinal);

    public bool IsService => Folder.StartsWith("src/Services/", StringComparison.Ordinal) && !IsShared;

    public string Assembly => "Hotline." + Name;

    public static Project Read(string path)
    {
        var xml = XDocument.Load(path);
        // What is only built or started beside it lends it no types.
        var references = xml.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .SelectMany(reference => ((string)reference.Attribute("Include")!).Split(';'))
            .Select(Path.GetFileNameWithoutExtension).OfType<string>();
        var packages = xml.Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!);
        return new Project(Path.GetFileNameWithoutExtension(path), Repository.Relative(Path.GetDirectoryName(path)!), [.. references], [.. packages]);
    }

    /// <summary>The projects it reaches through others, itself not among them.</summary>
    public IEnumerable<Project> Reached() => Projects
        .Select(name => Repository.Projects.Single(project => project.Name == name))
        .SelectMany(project => project.Reached().Prepend(project)).Distinct();
}
