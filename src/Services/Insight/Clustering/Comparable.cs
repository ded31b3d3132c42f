using Hotline.Cities;
using Hotline.Cities.Clusters;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Clustering;

/// <summary>A case with what it is compared by.</summary>
/// <param name="Text">Title and text, masked.</param>
internal sealed record Comparable(CaseRow Row, Matter Matter, string Text)
{
    /// <summary>What <see cref="Of"/> expects, over <c>insight.case_row r</c> and <c>insight.case_text t</c>.</summary>
    public const string Columns = $"{CaseRow.Columns}, r.latitude, r.longitude, t.title as asked_title, t.text as asked_text";

    /// <summary>The case in a row.</summary>
    public static Comparable Of(NpgsqlDataReader reader)
    {
        var row = CaseRow.Read(reader);
        var place = reader.Value<double?>("latitude") is { } latitude && reader.Value<double?>("longitude") is { } longitude
            ? new Coordinates(latitude, longitude) : (Coordinates?)null;
        var (title, text) = (reader.Value<string>("asked_title"), reader.Value<string>("asked_text"));
        return new Comparable(row, new Matter(Terms.Of(title, text), row.Full.Category, row.Full.Area, row.Full.Address, place), $"{title}\n{text}");
    }

    /// <summary>All cases that a command selects.</summary>
    public static async Task<List<Comparable>> Read(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<Comparable>();
        while (await reader.ReadAsync(cancellationToken))
            read.Add(Of(reader));
        return read;
    }
}
