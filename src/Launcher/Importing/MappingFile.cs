using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Hotline.Launcher.Importing;

/// <summary>Finds and reads the mapping for a file.</summary>
internal static class MappingFile
{
    public static Mapping Read(string path)
    {
        try
        {
            var mapping = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<Mapping>(File.ReadAllText(path));
            Check(mapping, path);
            return mapping;
        }
        catch (YamlException fault)
        {
            throw new LaunchFailedException($"{path}({fault.Start.Line}): {fault.InnerException?.Message ?? fault.Message}");
        }
        catch (FileNotFoundException)
        {
            throw new LaunchFailedException($"{path} does not exist.");
        }
    }

    /// <summary>The mapping of the city whose columns the file has; the most demanding one wins.</summary>
    public static Mapping? Find(string city, IReadOnlyCollection<string> columns)
    {
        var folder = Path.Combine(city, "import");
        return !Directory.Exists(folder)
            ? null
            : Directory.GetFiles(folder, "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(Read)
                .Where(mapping => mapping.Columns.Count > 0 && mapping.Columns.All(columns.Contains))
                .MaxBy(mapping => mapping.Columns.Count);
    }

    private static void Check(Mapping mapping, string path)
    {
        if (mapping.Source.Length == 0)
        {
            throw new LaunchFailedException($"{path}: 'source' is missing.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(mapping.TimeZone, out _))
        {
            throw new LaunchFailedException($"{path}: there is no time zone {mapping.TimeZone}.");
        }

        foreach (var (field, rule) in mapping.Fields)
        {
            if (new object?[] { rule.Text, rule.Date, rule.Number, rule.Flag }.Count(source => source is not null) != 1)
            {
                throw new LaunchFailedException($"{path}: {field} needs one of text, date, number and flag.");
            }
        }
    }
}
