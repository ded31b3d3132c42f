namespace Hotline.AppHost.Processes.Output;

internal enum Severity
{
    Detail,
    Information,
    Warning,
    Error,
}

/// <summary>Reads the severity of a line from the words of .NET's console formatter, PostgreSQL and RabbitMQ.</summary>
internal static class Severities
{
    private static readonly string[] _error = ["fail:", "crit:", "ERROR:", "FATAL:", "PANIC:", "[error]", "[critical]"];
    private static readonly string[] _warning = ["warn:", "WARNING:", "[warning]"];
    private static readonly string[] _detail = ["dbug:", "trce:", "[debug]"];

    public static Severity Of(string line)
    {
        if (Says(line, _error))
        {
            return Severity.Error;
        }

        if (Says(line, _warning))
        {
            return Severity.Warning;
        }

        return Says(line, _detail) ? Severity.Detail : Severity.Information;
    }

    private static bool Says(string line, string[] words) => words.Any(word => line.Contains(word, StringComparison.Ordinal));
}
