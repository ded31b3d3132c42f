namespace Hotline.Cities.Reading;

/// <summary>One thing wrong in the data of a city.</summary>
public sealed record Fault(Position At, string What)
{
    /// <summary>As compilers print it, so that editors can jump to the line.</summary>
    public override string ToString() => $"{At}: {What}";
}
