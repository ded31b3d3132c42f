namespace Hotline.Insight.Screening;

/// <summary>How much comparing of new cases may cost. Section <c>Insight:Screening</c>. Whether and when a case is held is the city's policy (<c>screening.yaml</c>).</summary>
public sealed class ScreeningOptions
{
    /// <summary>Where the settings are.</summary>
    public const string Section = "Insight:Screening";

    /// <summary>Cases compared a second at most; each takes a few milliseconds. Default 5: 400,000 a day.</summary>
    public int PerSecond { get; set; } = 5;

    /// <summary>Cases that may wait to be compared. In a flood of more the oldest are passed over, and counted. Default 1,000.</summary>
    public int Most { get; set; } = 1000;

    /// <summary>Cases received longer ago are not compared when they are taken in: imports of the past. Default 2 days.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromDays(2);

    /// <summary>A case that has not answered for this long is asked again later. Default 10 s.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);
}
