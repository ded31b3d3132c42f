using System.Text.Json.Nodes;

namespace Hotline.Launcher.Importing;

/// <summary>One record of the file.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1. In JSON the first element is row 1.</param>
/// <param name="Columns">Value by column; missing ones are empty.</param>
/// <param name="Json">The element itself when the file is JSON.</param>
/// <param name="Fault">Why the record could not be read; the next one may be sound.</param>
internal sealed record SourceRow(int Number, IReadOnlyDictionary<string, string> Columns, JsonObject? Json = null, string? Fault = null);
