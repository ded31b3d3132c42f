namespace Hotline.Cities.Reading;

/// <summary>Where in the city's folder something is written: the file relative to the folder, and the line counted from 1.</summary>
public readonly record struct Position(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
