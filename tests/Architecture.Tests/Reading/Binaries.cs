using System.Reflection;

namespace Hotline.Architecture.Tests.Reading;

/// <summary>The assemblies of the product as they were built next to these tests.</summary>
internal static class Binaries
{
    public static IReadOnlyDictionary<string, Assembly> All { get; } = Repository.Projects.Where(project => !project.IsTest)
        .ToDictionary(project => project.Name, project => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, project.Assembly + ".dll")));

    public static IReadOnlyList<Assembly> Services { get; } =
        [.. Repository.Projects.Where(project => project.IsService).Select(project => All[project.Name])];

    public static IReadOnlyList<Type> Types { get; } = [.. All.Values.SelectMany(assembly => assembly.GetTypes())];

    /// <summary>Written by a person, not by the compiler or a source generator.</summary>
    public static bool IsWritten(this Type type) =>
        !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.FullName.StartsWith("OrleansCodeGen.", StringComparison.Ordinal)
        && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        && type.DeclaringType?.IsWritten() != false
        && type.FullName.StartsWith("Hotline.", StringComparison.Ordinal);

    /// <summary>Names of the assemblies it uses types of; what is referenced and not used does not appear in IL.</summary>
    public static IEnumerable<string> Uses(this Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
