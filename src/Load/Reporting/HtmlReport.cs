using System.Globalization;
using System.Net;
using System.Text;

namespace Hotline.Load.Reporting;

/// <summary>The report as one page without scripts: it opens anywhere, and years from now.</summary>
internal static class HtmlReport
{
    private const int Width = 720;
    private const int Height = 180;
    private const int Foot = 18;

    public static string Of(IReport report, string when)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>").Append(Text(report.Title)).Append("</title><style>")
            .Append("body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}")
            .Append("td{border-bottom:1px solid #ddd;padding:.2rem .5rem}td+td{text-align:right;font-variant-numeric:tabular-nums}")
            .Append("svg{width:100%;background:#fafafa}rect{fill:#3b7dd8}polyline{fill:none;stroke:#3b7dd8;stroke-width:2}text{font-size:11px;fill:#555}</style>")
            .Append("<h1>").Append(Text(report.Title)).Append("</h1><p>").Append(Text(when)).Append("</p>");
        foreach (var section in report.Sections)
        {
            page.Append("<h2>").Append(Text(section.Title)).Append("</h2><table>");
            foreach (var row in section.Rows)
            {
                page.Append("<tr><td>").Append(Text(row.Name)).Append("<td>").Append(Text(row.Value));
            }

            page.Append("</table>");
        }

        foreach (var plot in report.Plots.Where(plot => plot.Points.Count > 0))
        {
            page.Append("<h2>").Append(Text(plot.Title)).Append("</h2>");
            Draw(page, plot);
        }

        return page.Append("</html>").ToString();
    }

    private static void Draw(StringBuilder page, Plot plot)
    {
        var highest = Math.Max(plot.Points.Max(point => point.Value), double.Epsilon);
        var step = (double)Width / plot.Points.Count;
        page.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height + Foot}\" role=\"img\" aria-label=\"{Text(plot.Title)}\">");
        page.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"12\">{highest:0.###} {Text(plot.Unit)}</text>");
        if (plot.Line)
        {
            var corners = plot.Points.Select((point, i) => string.Create(CultureInfo.InvariantCulture, $"{(i + 0.5) * step:0.#},{Y(point.Value):0.#}"));
            page.Append("<polyline points=\"").AppendJoin(' ', corners).Append("\"/>");
        }

        for (var i = 0; i < plot.Points.Count; i++)
        {
            var (label, value) = plot.Points[i];
            if (!plot.Line)
            {
                page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{(i * step) + 1:0.#}\" y=\"{Y(value):0.#}\" width=\"{Math.Max(1, step - 2):0.#}\" height=\"{Height - Y(value):0.#}\"><title>{Text(label)}: {value:0.###}</title></rect>");
            }

            if (i % Math.Max(1, plot.Points.Count / 8) == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"<text x=\"{(i * step) + 2:0.#}\" y=\"{Height + Foot - 4}\">{Text(label)}</text>");
            }
        }

        page.Append("</svg>");

        double Y(double value) => Height - (value / highest * (Height - 20));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
