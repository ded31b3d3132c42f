using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Hotline.Contracts.Tests.Events;

/// <summary>Which members of a contract a message may do without: what may be null, and what is not required where others are.</summary>
internal static class OptionalMembers
{
    /// <summary>Takes them out, at every depth.</summary>
    /// <returns>How many there were.</returns>
    public static int RemoveFrom(JsonNode? json, Type type) => json switch
    {
        JsonObject members => MembersOf(type).Sum(property => Remove(members, property)),
        JsonArray items => items.Sum(item => RemoveFrom(item, type.GenericTypeArguments[0])),
        _ => 0,
    };

    private static int Remove(JsonObject members, PropertyInfo property)
    {
        var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        if (IsOptional(property))
            return members.Remove(name) ? 1 : 0;
        return RemoveFrom(members[name], property.PropertyType);
    }

    private static PropertyInfo[] MembersOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type).GetProperties();

    private static bool IsOptional(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable
        || property.DeclaringType!.IsDefined(typeof(RequiredMemberAttribute)) && !property.IsDefined(typeof(RequiredMemberAttribute));
}
