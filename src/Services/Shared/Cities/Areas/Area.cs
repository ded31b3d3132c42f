namespace Hotline.Cities.Areas;

/// <summary>街道, 镇, 乡.</summary>
public enum AreaLevel { Street, Town, Township }

/// <summary>A town or street of the city.</summary>
/// <param name="Center">Roughly where its office stands.</param>
public sealed record Area(string Code, LocalText Name, AreaLevel Level, Coordinates Center, int Population);
