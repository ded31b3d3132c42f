namespace Hotline.Launcher.Importing;

/// <summary>How the columns of a source become a case; a YAML file of the city, so no format is wired in.</summary>
public sealed class Mapping
{
    /// <summary>Names the source: rows of one source keep their identity across its files.</summary>
    public string Source { get; set; } = "";

    /// <summary>A file with all of these columns is read with this mapping.</summary>
    public List<string> Columns { get; set; } = [];

    /// <summary>Template of what identifies a row in its source; the content does when left out.</summary>
    public string? Row { get; set; }

    /// <summary>IANA zone of dates that do not carry their own.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>.NET date formats, tried in order; ISO 8601 is always understood.</summary>
    public List<string> Dates { get; set; } = [];

    /// <summary>Field of the case (dotted path) to its rule.</summary>
    public Dictionary<string, FieldRule> Fields { get; set; } = [];

    /// <summary>Field of the answer that the source knows already to its rule; not imported, for answers are given by units (<c>./hotline load retell</c>).</summary>
    public Dictionary<string, FieldRule> Answer { get; set; } = [];
}

/// <summary>Where one field of the case comes from; exactly one of the sources is given.</summary>
public sealed class FieldRule
{
    /// <summary>Template: <c>{column}</c> is replaced by the column's value.</summary>
    public string? Text { get; set; }

    /// <summary>Template of a date.</summary>
    public string? Date { get; set; }

    /// <summary>Template of a decimal number with a point.</summary>
    public string? Number { get; set; }

    /// <summary>The same for every row.</summary>
    public bool? Flag { get; set; }

    /// <summary>Values of <see cref="Text"/> to what is sent instead; others leave the field out.</summary>
    public Dictionary<string, string>? Map { get; set; }

    /// <summary>Longer texts are cut here, with an ellipsis.</summary>
    public int? Max { get; set; }

    /// <summary>A row without it is rejected.</summary>
    public bool Required { get; set; }
}
