using System.Globalization;

namespace Hotline.Cities.Reading;

/// <summary>One row of a table. Every accessor reports what is wrong and answers a harmless value, so that reading goes on.</summary>
internal sealed class TableRow(string[] header, string[] fields, Position at, Faults faults)
{
    public Position At => at;

    public string Optional(string column) => fields[Array.IndexOf(header, column)];

    public string Required(string column)
    {
        var text = Optional(column);
        if (text.Length == 0)
            Fault($"{column} is empty");
        return text;
    }

    public string[] List(string column) =>
        Optional(column).Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public LocalText Name(string zh = "zh", string en = "en") => new(Required(zh), Required(en));

    public string Code(string column = "code") => this.Checked(column, CodeText.IsValid, "a code of lower-case words, digits, dots and hyphens");

    public double Number(string column, double from, double to) =>
        double.TryParse(Optional(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : Wrong(column, $"a number from {Plain(from)} to {Plain(to)}", from);

    public int Whole(string column, int from, int to) =>
        int.TryParse(Optional(column), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : Wrong(column, $"a whole number from {from} to {to}", from);

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Optional(column), "yyyy-MM-dd", out var date) ? date : Wrong(column, "a date like 2026-01-31", DateOnly.MinValue);

    public DateOnly? OptionalDate(string column) => Optional(column).Length == 0 ? null : Date(column);

    public bool Flag(string column) => Optional(column) switch
    {
        "yes" => true,
        "no" or "" => false,
        _ => Wrong(column, "yes or no", false),
    };

    public T Word<T>(string column) where T : struct, Enum =>
        EnumText.TryParse<T>(Optional(column), out var value) ? value : Wrong(column, EnumText.Choice<T>(), default(T));

    public T? OptionalWord<T>(string column) where T : struct, Enum => Optional(column).Length == 0 ? null : Word<T>(column);

    public WeeklyHours Hours(string column) =>
        WeeklyHours.TryParse(Optional(column), out var hours) ? hours : Wrong(column, "hours like 'Mon-Fri 08:00-18:00; Sat 09:00-12:00'", WeeklyHours.Always);

    public void Fault(string what) => faults.Add(at, what);

    private string Checked(string column, Func<string, bool> valid, string expected)
    {
        var text = Optional(column);
        return valid(text) ? text : Wrong(column, expected, text);
    }

    private T Wrong<T>(string column, string expected, T instead)
    {
        Fault($"{column} is '{Optional(column)}', expected {expected}");
        return instead;
    }

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);
}
