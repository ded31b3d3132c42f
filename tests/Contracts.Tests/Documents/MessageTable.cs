using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Hotline.Contracts.Cases;

namespace Hotline.Contracts.Tests.Documents;

/// <summary>Writes docs/MESSAGES.md from the contracts, their XML docs and the services' sources.</summary>
internal static class MessageTable
{
    private const string Head = """
        # Messages

        Every entry of a case's ledger is published, unchanged and in order, as one message. This table is written by `tests/Contracts.Tests`
        (`HOTLINE_ACCEPT_GOLDEN=1`); how each message looks as JSON stands in `tests/Contracts.Tests/Golden`.

        Besides its own facts each message carries `caseId`, `number`, `version`, `at`, `actor` and `case`, the case after the event. Consumers
        that take every message stand under *All messages* only.

        """;

    public static string Write(IReadOnlyList<Subscription> subscriptions)
    {
        var text = new StringBuilder(Head);
        text.Append("\n| event | meaning | facts | consumed by |\n|---|---|---|---|\n");
        foreach (var type in CaseEventTypes.All.OrderBy(type => type.Name, StringComparer.Ordinal))
            text.Append(Row(type, subscriptions));
        text.Append("\n## All messages\n\n");
        text.AppendJoin("", subscriptions.Where(subscription => subscription.TakesAll)
            .Select(subscription => $"- {subscription.Service}: `{subscription.Consumer}`\n"));
        return text.ToString();
    }

    private static string Row(Type type, IReadOnlyList<Subscription> subscriptions)
    {
        var facts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => $"`{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}`: {TypeName(property)}");
        var consumers = subscriptions.Where(subscription => subscription.Event == type.Name)
            .GroupBy(subscription => subscription.Service)
            .Select(group => $"{group.Key} ({string.Join(", ", group.Select(subscription => subscription.Consumer))})");
        return $"| `{type.Name}` | {MeaningOf(type)} | {string.Join("<br>", facts)} | {string.Join("<br>", consumers)} |\n";
    }

    private static readonly Dictionary<string, string> Meanings = XDocument
        .Load(Path.ChangeExtension(typeof(CaseEvent).Assembly.Location, ".xml")).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => OneLine(member.Element("summary")!));

    private static string MeaningOf(Type type) => Meanings.TryGetValue("T:" + type.FullName, out var meaning)
        ? meaning
        : throw new InvalidOperationException($"{type.Name} has no XML docs: say what happened.");

    private static string OneLine(XElement summary) =>
        string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);

    private static string TypeName(PropertyInfo property)
    {
        var name = Words(property.PropertyType);
        var isNullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return isNullable ? name + "?" : name;
    }

    private static string Words(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Words(inner)
        : type.IsGenericType ? $"list of {Words(type.GenericTypeArguments[0])}"
        : type.Name switch
        {
            nameof(String) => "text",
            nameof(Int32) => "integer",
            nameof(Boolean) => "yes/no",
            nameof(Decimal) => "decimal",
            nameof(DateTimeOffset) => "time",
            nameof(Guid) => "uuid",
            nameof(Hotline.Contracts.Units.UnitRef) => "unit",
            _ => type.Name,
        };
}
