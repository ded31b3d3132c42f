using System.Collections;
using System.Reflection;
using Hotline.Architecture.Tests.Ratchets;
using Hotline.Architecture.Tests.Reading;

namespace Hotline.Architecture.Tests.Shaping;

/// <summary>Nothing static changes: two services in one process, or two tests, must not meet there.</summary>
public sealed class When_state_is_kept
{
    private const BindingFlags OwnStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly FieldInfo[] Fields = [.. Binaries.Types.Where(type => type.IsWritten()).SelectMany(type => type.GetFields(OwnStatic))
        .Where(field => !field.IsLiteral && !field.DeclaringType!.IsEnum)];

    [Fact]
    public void No_static_field_can_be_set_and_no_static_collection_can_grow()
    {
        Assert.True(Fields.Length > 30, "The fields were not read.");
        new Ratchet("static-state").Hold(Fields.Where(field => !IsGenerated(field) && (!field.IsInitOnly || Grows(field.FieldType)))
            .ToDictionary(NameOf, _ => 1));
    }

    // A dictionary may be a table made once; a list, a queue or what is called concurrent is there to change.
    private static bool Grows(Type type) => type.IsGenericType
        && (type.Namespace == "System.Collections.Concurrent" || type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(Queue<>))
        && type.IsAssignableTo(typeof(IEnumerable));

    // Caches of the compiler for lambdas and method groups, and what LoggerMessage and Regex generators keep.
    private static bool IsGenerated(FieldInfo field) =>
        field.Name.Contains('<', StringComparison.Ordinal) && !field.Name.EndsWith("k__BackingField", StringComparison.Ordinal)
        || field.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";
}
