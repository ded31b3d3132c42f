using System.Globalization;

namespace Hotline.Servers.Postgres;

/// <summary>Settings for a small machine that serves several processes; committed means on disk.</summary>
internal static class PostgresSettings
{
    public static Dictionary<string, string> For(int port, bool durable) => new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["port"] = port.ToString(CultureInfo.InvariantCulture),
        ["unix_socket_directories"] = "",
        ["password_encryption"] = "scram-sha-256",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["fsync"] = OnOff(durable),
        ["synchronous_commit"] = OnOff(durable),
        ["full_page_writes"] = OnOff(durable),
        // More than all processes of two silos together may ask for: 32 each, and what Orleans needs besides.
        ["max_connections"] = "400",
        ["shared_buffers"] = durable ? "256MB" : "128MB",
        ["effective_cache_size"] = "1GB",
        ["work_mem"] = "8MB",
        ["maintenance_work_mem"] = "64MB",
        ["max_wal_size"] = "2GB",
        // Random keys touch many pages once between checkpoints, and each goes to the log whole: the quick compressor costs a fraction of pglz.
        ["wal_compression"] = "lz4",
        ["random_page_cost"] = "1.1",
        // Short statements: compiling them costs more than it saves.
        ["jit"] = "off",
        // A session that was forgotten inside a transaction would hold the relay's snapshot horizon.
        ["idle_in_transaction_session_timeout"] = "60s",
        ["log_min_duration_statement"] = "1s",
        // Parameters may be personal data.
        ["log_parameter_max_length"] = "0",
        ["log_parameter_max_length_on_error"] = "0",
        ["log_line_prefix"] = "%m [%p] %a ",
    };

    private static string OnOff(bool value) => value ? "on" : "off";
}
