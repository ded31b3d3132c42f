using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hotline.Launcher;
using Hotline.Launcher.Importing;

namespace Hotline.Load.Retelling;

/// <summary>A message of the past with the answer it was given.</summary>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Case">Body of the request that submits it.</param>
/// <param name="Answer">Body of the reply: the answer, and when it was given.</param>
internal sealed record Message(int Row, JsonObject Case, JsonObject Answer)
{
    public DateTimeOffset ReceivedAt => Time(Case, "receivedAt");

    public DateTimeOffset AnsweredAt => Time(Answer, "answeredAt");

    /// <summary>Title and text, as the desk reads them.</summary>
    public string Words => $"{Case["title"]}\n{Case["text"]}";

    public byte[] Submission => Encoding.UTF8.GetBytes(Case.ToJsonString());

    /// <summary>Every row of the file, by the mapping of the city that knows its columns.</summary>
    /// <exception cref="LaunchFailedException">No mapping knows them with an answer, or a row is not sound.</exception>
    public static IReadOnlyList<Message> Read(string file, string city)
    {
        if (!File.Exists(file))
        {
            throw new LaunchFailedException($"{file} does not exist.");
        }

        var rows = CsvRows.Read(file).ToList();
        var mapping = rows.Count == 0 ? null : MappingFile.Find(city, [.. rows[0].Columns.Keys]);
        if (mapping is not { Answer.Count: > 0 })
        {
            throw new LaunchFailedException($"No mapping in {Path.Combine(city, "import")} knows the columns of {file} and has an 'answer'.");
        }

        var (cases, answers) = (new RowReading(mapping), new RowReading(mapping, mapping.Answer));
        return [.. rows.Select(row => new Message(row.Number, Sound(cases.Read(row)), Sound(answers.Read(row))))];
    }

    private static JsonObject Sound(CaseRow row) => row.Case
        ?? throw new LaunchFailedException($"Row {row.Row.Number}: {string.Join(", ", row.Faults.Select(fault => $"{fault.Field} {fault.Reason}"))}");

    private static DateTimeOffset Time(JsonObject body, string field) => DateTimeOffset.Parse((string)body[field]!, CultureInfo.InvariantCulture);
}
