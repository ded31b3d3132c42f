using System.Text.Json;

namespace Hotline.Contracts.Cases;

/// <summary>Enum values as messages, tables and the city's texts spell them: <c>inLitigation</c>.</summary>
public static class Word
{
    /// <summary>The value's name in camel case.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
