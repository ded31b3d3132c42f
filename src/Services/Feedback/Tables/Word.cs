using System.Text.Json;

namespace Hotline.Feedback.Tables;

/// <summary>Enum values as messages, tables and the city's texts spell them: <c>inLitigation</c>.</summary>
internal static class Word
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
