using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Load.Faults.Working;

/// <summary>What the clients of a run did and were told.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Submission> _submissions = new();

    private readonly ConcurrentDictionary<int, int> _answers = new();

    public IReadOnlyCollection<Submission> Submissions => _submissions;

    /// <summary>Requests by the status they were answered with, 0 for those that were not.</summary>
    public IReadOnlyDictionary<int, int> Answers => _answers;

    public void Count(int status) => _answers.AddOrUpdate(status, 1, (_, count) => count + 1);

    public Submission Begin(Submission submission)
    {
        _submissions.Enqueue(submission);
        return submission;
    }

    /// <summary>One line of JSON for each submission.</summary>
    public async Task WriteAsync(string path)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        await File.WriteAllLinesAsync(path, _submissions.OrderBy(submission => submission.Title, StringComparer.Ordinal)
            .Select(submission => JsonSerializer.Serialize(submission, options)));
    }
}

/// <summary>A matter that was brought in.</summary>
internal sealed class Submission
{
    public required string Key { get; init; }

    public required Plot Plot { get; init; }

    public required string Title { get; init; }

    /// <summary>SHA-256 of the body, the same at each try.</summary>
    public required string BodyHash { get; init; }

    public Told Told { get; set; } = Told.Nothing;

    /// <summary>The number the client was told; null unless acknowledged.</summary>
    public string? Number { get; set; }

    public List<ActDone> Acts { get; } = [];
}

/// <summary>An act that was attempted.</summary>
/// <param name="Event">The event it must have left when it was acknowledged.</param>
internal sealed record ActDone(string Act, string Event, string Key, Told Told);

/// <summary>What a client knows after all its tries.</summary>
/// <param name="Status">Of the first definite answer; 0 when there was none.</param>
/// <param name="Tries">Requests sent, all with the same key.</param>
/// <param name="SentAt">When the last try was sent, since the start of the load.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="Problem">What the answer said, unless it was a success.</param>
internal sealed record Told(int Status, int Tries, TimeSpan SentAt, TimeSpan AnsweredAt, string? Problem = null)
{
    public static Told Nothing { get; } = new(0, 0, TimeSpan.Zero, TimeSpan.Zero);

    public bool Acknowledged => Status is >= 200 and < 300;

    /// <summary>A definite no.</summary>
    public bool Refused => Status >= 300;
}
