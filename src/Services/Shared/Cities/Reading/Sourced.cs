namespace Hotline.Cities.Reading;

/// <summary>A value and the line it came from, kept until the whole folder has been checked.</summary>
internal readonly record struct Sourced<T>(T Value, Position At);
